package org.altercor.hal.bus;

import java.time.Duration;

/// The supervisor's sign of life, as the bus threads see it.
///
/// Written by the supervisor every cycle, read by any number of bus threads. Never beaten means not fresh.
public final class SupervisorBeat {
    /// How far ahead of a reader's clock reading a beat may lie: the supervisor may beat between the moment a bus
    /// thread reads the clock and the moment it looks here. Our own judgement: four supervisor periods.
    private static final long FUTURE_TOLERANCE_NANOS = 20_000_000;

    private final long maxAgeNanos;
    private volatile long lastNanos;
    private volatile boolean beaten;

    /// @param maxAge how old a beat may be and still count
    public SupervisorBeat(Duration maxAge) {
        maxAgeNanos = maxAge.toNanos();
    }

    /// Supervisor thread only.
    public void beat(long nowNanos) {
        lastNanos = nowNanos;
        beaten = true;
    }

    /// Whether the supervisor was alive lately.
    public boolean isFresh(long nowNanos) {
        if (!beaten) {
            return false;
        }
        long ageNanos = nowNanos - lastNanos;
        return ageNanos <= maxAgeNanos && ageNanos >= -FUTURE_TOLERANCE_NANOS;
    }
}
