package org.altercor.controller.loop;

import org.altercor.hal.port.DriveStatus;
import org.altercor.safety.supervise.Answer;

/// What holds for a speed in every mode: when a pump may be brought to it, and how the commanded speed moves there.
///
/// Pure functions. Commanded and wanted speeds are never negative: no pump is asked to turn backwards. A measured one
/// is signed; positive is the forward direction of the pump's role.
final class SpeedLaw {
    /// Below this magnitude a shaft counts as standing, in rpm: the same figure as on the bus.
    static final double STANDSTILL_RPM = DriveStatus.STANDSTILL_RPM;

    private SpeedLaw() {}

    /// The speed that a limit leaves. A limit that is not known permits what is commanded already; one below standstill
    /// permits nothing, so that no pump creeps.
    static double ceiling(double limitRpm, double commandedRpm) {
        if (!(limitRpm >= 0)) {
            return commandedRpm;
        }
        return limitRpm < STANDSTILL_RPM ? 0 : limitRpm;
    }

    /// Whether a pump may be brought to a speed, by what it does and what is permitted.
    ///
    /// @param wantedRpm    speed it is to be brought to, faster than standstill
    /// @param commandedRpm speed commanded in the last cycle
    /// @param measuredRpm  speed of the shaft; NaN when it is not known
    /// @param mayStart     permit to start from standstill
    /// @param mayIncrease  permit to raise the speed
    static Answer permit(
            double wantedRpm, double commandedRpm, double measuredRpm, boolean mayStart, boolean mayIncrease) {
        boolean isStarting = commandedRpm < STANDSTILL_RPM; // a residue is no way past the permit to start
        if (isStarting && measuredRpm < -STANDSTILL_RPM) {
            return Answer.TURNING_THE_OTHER_WAY;
        }
        if (isStarting && (!mayStart || Double.isNaN(measuredRpm))) {
            return Answer.START_NOT_PERMITTED;
        }
        return !mayIncrease && wantedRpm > commandedRpm ? Answer.INCREASE_NOT_PERMITTED : Answer.ACCEPTED;
    }

    /// The speed to command in this cycle: one ramp step from the last one towards the target, within the limit.
    ///
    /// @param ceilingRpm highest speed permitted, from [#ceiling]
    /// @param riseToRpm  highest speed it may be raised to; what is faster already is not slowed by it
    /// @param stepRpm    largest change in this cycle
    static double next(double commandedRpm, double targetRpm, double ceilingRpm, double riseToRpm, double stepRpm) {
        double goalRpm = Math.min(targetRpm, Math.min(ceilingRpm, Math.max(riseToRpm, commandedRpm)));
        return commandedRpm + Math.clamp(goalRpm - commandedRpm, -stepRpm, stepRpm);
    }
}
