/// Time as an argument: clocks, periodic runners on absolute deadlines, and the deterministic executor.
package org.altercor.hal.time;
