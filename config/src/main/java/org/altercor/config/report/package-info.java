/// Texts for people, printed from the tables in code: what a machine is, and what may stand in its files.
package org.altercor.config.report;
