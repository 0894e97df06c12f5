package org.altercor.hal.time;

/// A clock that a test moves by hand; as a sleeper it moves itself to the deadline, and `oversleepNanos` beyond.
public final class ManualClock implements MonotonicClock, DeadlineSleeper {
    public long nowNanos;
    public long oversleepNanos;
    public long sleeps;

    public ManualClock(long startNanos) {
        nowNanos = startNanos;
    }

    @Override
    public long nanoTime() {
        return nowNanos;
    }

    @Override
    public void sleepUntil(long deadlineNanos) {
        sleeps++;
        nowNanos = deadlineNanos + oversleepNanos;
        oversleepNanos = 0;
    }
}
