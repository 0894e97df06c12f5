package org.altercor.hal.twin;

import org.altercor.config.PumpHead;

/// What a motor draws for the torque it gives.
///
/// @param idleAmps              with torque on and nothing to turn
/// @param ampsPerNewtonMetre    for each newton metre at the pump shaft
/// @param squeezeNewtonMetre    torque at any speed: rollers squeeze their tube
/// @param dragNewtonMetre       torque at the fastest speed that grows with its square: an impeller in blood
/// @param inertiaKgM2           of rotor and gear, at the pump shaft
/// @param stallAmps             limit of the current
record MotorFigures(
        double idleAmps,
        double ampsPerNewtonMetre,
        double squeezeNewtonMetre,
        double dragNewtonMetre,
        double inertiaKgM2,
        double stallAmps) {
    private static final double RADIANS_PER_SECOND_PER_RPM = Math.PI / 30;

    /// Below this speed in rpm the power that the blood takes says nothing about torque (J).
    private static final double SLOWEST_RPM = 1;

    /// Rollers need 2 to 8 N·m, most of it for the tube; 0.005 to 0.02 kg·m² [U]. An impeller needs 0.02 to 0.05
    /// N·m with what the blood takes; 5 to 10 · 10⁻⁵ kg·m² [U]. What either motor draws for it is our own
    /// judgement.
    static MotorFigures of(PumpHead head) {
        return switch (head) {
            case ROLLER -> new MotorFigures(0.4, 0.6, 4, 0, 0.01, 8);
            case CENTRIFUGAL -> new MotorFigures(0.2, 20, 0, 0.02, 8e-5, 4);
        };
    }

    /// Current of a motor that turns its head.
    ///
    /// @param speedShare     its speed as a share of the fastest
    /// @param hydraulicWatts what the blood takes; below zero when it gives
    double drivingAmps(double speedRpm, double speedShare, double rpmPerSecond, double hydraulicWatts) {
        double radiansPerSecond = Math.abs(speedRpm) * RADIANS_PER_SECOND_PER_RPM;
        boolean isTurning = Math.abs(speedRpm) >= SLOWEST_RPM;
        double hydraulic = isTurning ? hydraulicWatts / radiansPerSecond : 0;
        double own = isTurning ? squeezeNewtonMetre + dragNewtonMetre * speedShare * speedShare : 0;
        double inert = inertiaKgM2 * Math.abs(rpmPerSecond) * RADIANS_PER_SECOND_PER_RPM;
        return Math.clamp(idleAmps + ampsPerNewtonMetre * (hydraulic + own + inert), idleAmps, stallAmps);
    }
}
