package org.altercor.controller.scenario;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.altercor.hal.time.MonotonicClock;

/// A clock on the wall that goes as fast as a simulated one.
final class SimulatedWall extends Clock {
    private final Instant begun;
    private final MonotonicClock clock;
    private final long atNanos;

    /// @param begun what it shows now
    /// @param clock the simulated one
    SimulatedWall(Instant begun, MonotonicClock clock) {
        this.begun = begun;
        this.clock = clock;
        atNanos = clock.nanoTime();
    }

    @Override
    public Instant instant() {
        return begun.plusNanos(clock.nanoTime() - atNanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("times of a journal are UTC");
    }
}
