package org.altercor.hal.time;

/// Lets the calling thread sleep until a point in time.
@FunctionalInterface
public interface DeadlineSleeper {
    /// Sleeps until about `deadlineNanos` of the system's monotonic clock; returns at once when it has passed.
    ///
    /// May return early: whoever calls looks at the clock again. Allocates nothing. Owner: the thread it was made
    /// for.
    void sleepUntil(long deadlineNanos);
}
