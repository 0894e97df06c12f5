/// Serial lines made of pseudo-terminals, with a speed, with faults, and with a record of when every byte arrived.
package org.altercor.bench.line;
