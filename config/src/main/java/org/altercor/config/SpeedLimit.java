package org.altercor.config;

import java.util.Optional;

/// The highest speed that a pump is ever commanded, whose limit that is, and the flow that it means.
///
/// A roller's flow is its speed times its stroke volume, so that a limit of flow is one of speed. The flow of a
/// centrifugal head depends on the pressures before and behind it: no speed that is of use limits it.
///
/// @param speedRpm     highest magnitude of the speed
/// @param reason       whose limit it is
/// @param flowMlPerMin flow at that speed; absent when no speed says it
public record SpeedLimit(double speedRpm, Reason reason, Optional<Double> flowMlPerMin) {
    /// Whose limit it is.
    public enum Reason {
        /// The highest speed that the machine allows the pump.
        MACHINE,
        /// The highest flow that the profile allows the role.
        PROFILE
    }

    /// The lower of what the machine allows the pump and the profile its role.
    static SpeedLimit of(Pump pump, Profile profile) {
        return switch (pump.calibration().displacement()) {
            case Calibration.Displacement.Stroke stroke -> {
                double maxFlowMlPerMin = profile.maxFlow().of(pump.role());
                double flowMlPerMin = pump.maxSpeedRpm() * stroke.strokeVolumeMl();
                yield flowMlPerMin > maxFlowMlPerMin
                        ? new SpeedLimit(
                                maxFlowMlPerMin / stroke.strokeVolumeMl(), Reason.PROFILE, Optional.of(maxFlowMlPerMin))
                        : new SpeedLimit(pump.maxSpeedRpm(), Reason.MACHINE, Optional.of(flowMlPerMin));
            }
            case Calibration.Displacement.ShutOff _ ->
                new SpeedLimit(pump.maxSpeedRpm(), Reason.MACHINE, Optional.empty());
        };
    }
}
