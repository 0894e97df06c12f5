package org.altercor.hal.time;

/// Told after every cycle how it kept its time. Called on the cyclic thread: must not wait and must not allocate.
@FunctionalInterface
public interface CycleObserver {
    /// Watches nothing.
    CycleObserver NONE = (_, _, _, _) -> {};

    /// One cycle has ended.
    ///
    /// ```
    ///      due ── wake-up latency ── start ── cycle time ── end
    /// ```
    ///
    /// @param dueNanos      when the cycle should have started
    /// @param startNanos    when it started: the time its task was given
    /// @param endNanos      when its task returned
    /// @param missedPeriods whole periods that had passed since `dueNanos` at `endNanos`; no cycle is run for them
    void cycleEnded(long dueNanos, long startNanos, long endNanos, long missedPeriods);
}
