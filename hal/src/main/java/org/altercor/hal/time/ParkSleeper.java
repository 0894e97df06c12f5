package org.altercor.hal.time;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/// Sleeps by parking the thread for the time that is left: works everywhere, keeps time worse.
///
/// The time left is worked out before the thread sleeps, so whatever delays it in between is added to the sleep,
/// and the kernel may add its timer slack (50 µs by default for ordinary threads). Used when absolute sleep cannot
/// be had.
public final class ParkSleeper implements DeadlineSleeper {
    private final MonotonicClock clock;

    public ParkSleeper(MonotonicClock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /// An interrupt means nothing to a cyclic thread. Its mark is cleared, because a marked thread never parks and
    /// would spin.
    @Override
    public void sleepUntil(long deadlineNanos) {
        long leftNanos = deadlineNanos - clock.nanoTime();
        if (leftNanos > 0 && !Thread.interrupted()) {
            LockSupport.parkNanos(this, leftNanos);
        }
    }
}
