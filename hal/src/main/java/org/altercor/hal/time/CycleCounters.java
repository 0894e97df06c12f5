package org.altercor.hal.time;

import java.util.concurrent.atomic.AtomicLong;

/// What one cyclic thread has to say about its time keeping: cheap enough to be always on.
///
/// Written by the cyclic thread, read by any thread. Each counter is whole; two of them read together may be one
/// cycle apart. Allocates nothing.
public final class CycleCounters implements CycleObserver {
    private final AtomicLong cycles = new AtomicLong();
    private final AtomicLong missedPeriods = new AtomicLong();
    private final AtomicLong longestCycleNanos = new AtomicLong();
    private final AtomicLong worstWakeUpNanos = new AtomicLong();

    @Override
    public void cycleEnded(long dueNanos, long startNanos, long endNanos, long missedPeriods) {
        this.missedPeriods.setRelease(this.missedPeriods.getPlain() + missedPeriods);
        longestCycleNanos.setRelease(Math.max(longestCycleNanos.getPlain(), endNanos - startNanos));
        worstWakeUpNanos.setRelease(Math.max(worstWakeUpNanos.getPlain(), startNanos - dueNanos));
        cycles.setRelease(cycles.getPlain() + 1);
    }

    /// Cycles that have ended.
    public long cycles() {
        return cycles.getAcquire();
    }

    /// Periods in which no cycle ran because an earlier one was late or long.
    public long missedPeriods() {
        return missedPeriods.getAcquire();
    }

    /// The longest time from start to end of a cycle.
    public long longestCycleNanos() {
        return longestCycleNanos.getAcquire();
    }

    /// The longest time from due to start of a cycle.
    public long worstWakeUpNanos() {
        return worstWakeUpNanos.getAcquire();
    }
}
