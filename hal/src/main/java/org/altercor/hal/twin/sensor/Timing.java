package org.altercor.hal.twin.sensor;

import org.altercor.config.rig.SensorWiring;

/// How often a sensor of the twin speaks and how late, and the seed of its noise.
///
/// @param periodNanos  time between two of its values
/// @param latencyNanos age of a value when it arrives
/// @param seed         of everything random in it
public record Timing(long periodNanos, long latencyNanos, long seed) {
    /// As a rig has it: every value is as old as the rig allows, so that nothing is trained here that would not
    /// hold on hardware. Sensors of one rig have noise of their own, though they share its seed.
    public static Timing of(SensorWiring wiring, long seed) {
        return new Timing(
                wiring.period().toNanos(),
                wiring.latency().toNanos(),
                seed * 31 + wiring.name().hashCode());
    }

    /// The same with another seed, for the second quantity of one device.
    Timing another() {
        return new Timing(periodNanos, latencyNanos, ~seed);
    }
}
