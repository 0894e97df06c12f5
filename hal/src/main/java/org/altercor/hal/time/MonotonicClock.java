package org.altercor.hal.time;

/// The one clock of the machine: nanoseconds that only move forward, with an arbitrary origin. Compare by
/// difference.
@FunctionalInterface
public interface MonotonicClock {
    /// The operating system's monotonic clock (`CLOCK_MONOTONIC` on Linux, as HotSpot reads it).
    MonotonicClock SYSTEM = System::nanoTime;

    long nanoTime();
}
