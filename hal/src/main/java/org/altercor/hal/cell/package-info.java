/// Lock-free places where one thread leaves its newest value for any number of readers.
package org.altercor.hal.cell;
