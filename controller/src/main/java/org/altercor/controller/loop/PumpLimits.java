package org.altercor.controller.loop;

import org.altercor.config.Profile;
import org.altercor.config.Pump;

/// What the control loop must know of one pump.
///
/// @param maximumRpm         highest speed it may be asked for; a request above it is refused
/// @param ceilingRpm         highest speed that it asks of the drive; a request between the two gets this
/// @param rampRpmPerSecond   fastest change of speed it may ask for, in rpm/s, from commissioning of the drive
public record PumpLimits(double maximumRpm, double ceilingRpm, double rampRpmPerSecond) {
    /// @throws IllegalArgumentException when one is not a positive, finite number, or the ceiling is above the maximum
    public PumpLimits {
        if (!(maximumRpm > 0 && maximumRpm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("maximum speed must be positive and finite: " + maximumRpm + " rpm");
        }
        if (!(ceilingRpm > 0 && ceilingRpm <= maximumRpm)) {
            throw new IllegalArgumentException(
                    "ceiling must be positive and at most " + maximumRpm + " rpm: " + ceilingRpm + " rpm");
        }
        if (!(rampRpmPerSecond > 0 && rampRpmPerSecond < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("ramp must be positive and finite: " + rampRpmPerSecond + " rpm/s");
        }
    }

    /// The limits of a pump under a profile.
    public static PumpLimits of(Pump pump, Profile profile) {
        return new PumpLimits(
                pump.maxSpeedRpm(),
                pump.speedLimit(profile).speedRpm(),
                pump.calibration().commissioning().rampRpmPerSecond());
    }
}
