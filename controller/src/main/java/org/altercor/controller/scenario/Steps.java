package org.altercor.controller.scenario;

/// Simulated time as whole steps of the twin.
final class Steps {
    /// Steps in a second: the twin's own step is a millisecond.
    static final double PER_SECOND = 1_000;

    /// What a time may miss a whole step by and still be that step: more than a decimal fraction loses as a double.
    private static final double TOLERANCE = 1e-6;

    private Steps() {}

    /// The first step that is not before a time.
    static long notBefore(double seconds) {
        return (long) Math.ceil(seconds * PER_SECOND - TOLERANCE);
    }

    /// The time of a step, in seconds.
    static double seconds(long step) {
        return step / PER_SECOND;
    }
}
