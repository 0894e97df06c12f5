package org.altercor.hal.realtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.altercor.hal.time.DeadlineSleeper;

/// Sleeps by `clock_nanosleep` with an absolute time: nothing that delays the thread before it sleeps is added to
/// the sleep.
///
/// Deadlines are those of [System#nanoTime], which must be `CLOCK_MONOTONIC`; [RealTime] proves that before it
/// hands one out. Owner: one thread. Allocates nothing per call.
final class AbsoluteSleeper implements DeadlineSleeper {
    private final MemorySegment timespec = LinuxCalls.newTimespec(Arena.global()); // one per thread, for ever

    @Override
    public void sleepUntil(long deadlineNanos) {
        if (deadlineNanos < 0) {
            return; // before boot, and therefore over; the kernel would call it invalid
        }
        int error = LinuxCalls.sleepUntil(deadlineNanos, timespec);
        if (error != 0) {
            throw new IllegalStateException("clock_nanosleep: " + LinuxCalls.describe(error));
        }
    }
}
