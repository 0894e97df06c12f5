/// How long a stop takes to reach a drive, measured at the drive's end of the line.
package org.altercor.bench.latency;
