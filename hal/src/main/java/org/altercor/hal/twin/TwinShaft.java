package org.altercor.hal.twin;

import java.util.function.DoubleSupplier;

/// The motor of a drive and the shaft of its pump: a speed loop with lag and ramp, a brake with a law of its own, a
/// coupling between the two, and what breaks in them.
///
/// ```
/// told ─► speed loop ─► motor ─► belt, magnet or shaft ─► head
///            ▲            ├─► feedback                    └─► tachometer
///          torque         └─► current
/// ```
///
/// Owner: the twin's thread. Allocates nothing after construction.
final class TwinShaft {
    /// Speeds closer to their end than this have arrived, in rpm.
    private static final double ARRIVED_RPM = 1e-9;

    private static final int LONGEST_SETTLING_STEPS = 60_000;
    private static final double SETTLING_SECONDS = 1e-3;

    private final DoubleSupplier hydraulicWatts;
    private final MotorFigures motor;
    private ShaftLaw law;

    private double targetRpm;
    private boolean isBraking;
    private boolean isCoasting;
    private double motorRpm;
    private double shaftRpm;
    private double amps;

    private boolean isJammed;
    private double slipShare;
    private double slowShare;
    private boolean isDecoupled;
    private boolean isRunningAway;
    private boolean isReversed;
    private boolean ignoresStop;
    private boolean isTripped;

    /// @param hydraulicWatts power that the blood takes off the head
    TwinShaft(ShaftLaw law, DoubleSupplier hydraulicWatts) {
        this.law = law;
        this.hydraulicWatts = hydraulicWatts;
        motor = MotorFigures.of(law.head());
    }

    /// Follows another law from now on.
    void follow(ShaftLaw otherLaw) {
        law = otherLaw;
    }

    /// Is told a speed.
    void turn(double speedRpm) {
        isCoasting = false;
        if (speedRpm != 0 || !ignoresStop) {
            targetRpm = Math.clamp(speedRpm, -law.fastestRpm(), law.fastestRpm());
            isBraking = false;
        }
    }

    /// Is told to stand still at once.
    void brake() {
        isCoasting = false;
        if (!ignoresStop) {
            targetRpm = 0;
            isBraking = true;
        }
    }

    /// Takes its own torque away until it is told something.
    void coast() {
        if (!ignoresStop) {
            targetRpm = 0;
            isCoasting = true;
        }
    }

    /// Forgets what it was told: its electronics start anew, without torque until they are told something.
    void forget() {
        targetRpm = 0;
        isBraking = false;
        isCoasting = true;
    }

    /// Moves by one step.
    ///
    /// @param isPowered whether its power is there
    void step(boolean isPowered, double seconds) {
        boolean hasTorque = isPowered && !isTripped && (!isCoasting || isRunningAway);
        double beforeRpm = motorRpm;
        if (!isPowered) {
            targetRpm = 0;
        }
        double wantedRpm = wantedRpm();
        motorRpm = motorRpm(hasTorque, wantedRpm, seconds);
        shaftRpm = shaftRpm(seconds);
        amps = hasTorque ? amps(wantedRpm, (motorRpm - beforeRpm) / seconds) : 0;
    }

    private double wantedRpm() {
        double told = isRunningAway ? law.fastestRpm() : targetRpm * (1 - slowShare);
        return isReversed ? -told : told;
    }

    private double motorRpm(boolean hasTorque, double wantedRpm, double seconds) {
        if (isJammed) {
            return 0;
        }
        if (!hasTorque) {
            return approached(motorRpm, 0, law.coastRpmPerSecond() * seconds);
        }
        if (isBraking && !isRunningAway) {
            return approached(motorRpm, 0, law.brakeRpmPerSecond() * seconds);
        }
        double missingRpm = wantedRpm - motorRpm;
        double followedRpm = law.lagSeconds() <= seconds ? missingRpm : missingRpm * seconds / law.lagSeconds();
        return approached(motorRpm, motorRpm + followedRpm, law.rampRpmPerSecond() * seconds);
    }

    private double shaftRpm(double seconds) {
        if (isDecoupled) {
            return isJammed ? 0 : approached(shaftRpm, 0, law.coastRpmPerSecond() * seconds);
        }
        return motorRpm * (1 - slipShare);
    }

    private static double approached(double fromRpm, double toRpm, double largestRpm) {
        return fromRpm + Math.clamp(toRpm - fromRpm, -largestRpm, largestRpm);
    }

    private double amps(double wantedRpm, double rpmPerSecond) {
        if (isJammed) {
            return wantedRpm == 0 ? motor.idleAmps() : motor.stallAmps();
        }
        if (isDecoupled) {
            return motor.idleAmps();
        }
        return motor.drivingAmps(motorRpm, motorRpm / law.fastestRpm(), rpmPerSecond, hydraulicWatts.getAsDouble());
    }

    /// Takes the speed that it was told, without time.
    void settle(boolean isPowered) {
        double beforeRpm = Double.NaN;
        for (int i = 0; i < LONGEST_SETTLING_STEPS && !(Math.abs(motorRpm - beforeRpm) < ARRIVED_RPM); i++) {
            beforeRpm = motorRpm;
            step(isPowered, SETTLING_SECONDS);
        }
    }

    /// Lets one of the faults of motor and shaft happen; those of feedback and line are not its own.
    void happen(DriveFault fault, double amount) {
        switch (fault) {
            case JAMMED -> isJammed = true;
            case SLIP -> slipShare = amount / 100;
            case SLOW -> slowShare = amount / 100;
            case DECOUPLED -> isDecoupled = true;
            case RUNAWAY -> isRunningAway = true;
            case REVERSED -> isReversed = true;
            case IGNORES_STOP -> ignoresStop = true;
            case TRIPPED -> isTripped = true;
            case FROZEN, SIGN, SILENT_LINE, HOT, REBOOTED -> {}
        }
    }

    void mend() {
        isJammed = false;
        slipShare = 0;
        slowShare = 0;
        isDecoupled = false;
        isRunningAway = false;
        isReversed = false;
        ignoresStop = false;
        isTripped = false;
    }

    double motorRpm() {
        return motorRpm;
    }

    /// Speed of the pump's own shaft.
    double shaftRpm() {
        return shaftRpm;
    }

    double amps() {
        return amps;
    }

    /// Whether it took its own torque away.
    boolean isTripped() {
        return isTripped;
    }
}
