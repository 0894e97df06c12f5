package org.altercor.hal.twin.sensor;

/// What kind of measuring chain a sensor has.
///
/// @param shaping     what becomes of the quantity between two values
/// @param lagSeconds  time constant of the low pass; 0 otherwise
/// @param noise       standard deviation of the noise, in the unit of the port
/// @param quantum     smallest step of the value
/// @param rounding    what becomes of less than a step
/// @param least       smallest value it can measure
/// @param most        largest value it can measure
/// @param meanPeriods values in the long mean that it can be set to by mistake; 1 for none
record ChainFigures(
        Shaping shaping,
        double lagSeconds,
        double noise,
        double quantum,
        Rounding rounding,
        double least,
        double most,
        int meanPeriods) {
    enum Shaping {
        /// Mean over the time since the last value.
        MEAN,
        /// First-order low pass.
        LOW_PASS
    }

    enum Rounding {
        /// To the nearest step.
        NEAREST,
        /// Down, and the rest is kept for the next value: a counter of edges.
        COUNTING
    }

    /// Means over windows, rounded.
    static ChainFigures windows(double noise, double quantum, double least, double most) {
        return new ChainFigures(Shaping.MEAN, 0, noise, quantum, Rounding.NEAREST, least, most, 1);
    }

    /// Low-passed values, rounded.
    static ChainFigures filtered(double lagSeconds, double noise, double quantum, double least, double most) {
        return new ChainFigures(Shaping.LOW_PASS, lagSeconds, noise, quantum, Rounding.NEAREST, least, most, 1);
    }
}
