/// Real time on Linux: threads under `SCHED_FIFO`, locked memory, absolute sleep, and an honest account of what of
/// it was obtained; meters for allocation, CPU time and time to safepoint.
package org.altercor.hal.realtime;
