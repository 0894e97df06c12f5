package org.altercor.controller.loop;

/// What the control loop must know of one pump.
///
/// @param maximumRpm         highest magnitude of speed it may ask for, in rpm
/// @param rampRpmPerSecond   fastest change of speed it may ask for, in rpm/s, from commissioning of the drive
public record PumpLimits(double maximumRpm, double rampRpmPerSecond) {
    /// @throws IllegalArgumentException when either is not a positive, finite number
    public PumpLimits {
        if (!(maximumRpm > 0 && maximumRpm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("maximum speed must be positive and finite: " + maximumRpm + " rpm");
        }
        if (!(rampRpmPerSecond > 0 && rampRpmPerSecond < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("ramp must be positive and finite: " + rampRpmPerSecond + " rpm/s");
        }
    }
}
