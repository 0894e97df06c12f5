/// The journal for people and for other programs: tables, exports, and what a flaw means.
package org.altercor.controller.journal;
