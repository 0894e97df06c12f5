package org.altercor.controller.loop;

import org.altercor.hal.port.DriveStatus;
import org.altercor.safety.supervise.Answer;

/// Speed mode of one pump: which requests are accepted, and how the commanded speed moves towards the target.
///
/// Pure functions. Speeds are signed; positive is the forward direction of the pump's role.
final class SpeedLaw {
    /// Below this magnitude a shaft counts as standing, in rpm: the same figure as on the bus.
    static final double STANDSTILL_RPM = DriveStatus.STANDSTILL_RPM;

    private SpeedLaw() {}

    /// The magnitude of speed that a limit leaves. A limit that is not known permits what is commanded already; one
    /// below standstill permits nothing, so that no pump creeps.
    static double ceiling(double limitRpm, double commandedRpm) {
        if (!(limitRpm >= 0)) {
            return Math.abs(commandedRpm);
        }
        return limitRpm < STANDSTILL_RPM ? 0 : limitRpm;
    }

    /// Judges a request at a cycle boundary. Asking for standstill is never refused.
    ///
    /// @param wantedRpm    speed asked for
    /// @param commandedRpm speed commanded in the last cycle
    /// @param measuredRpm  speed of the shaft; NaN when it is not known
    /// @param maximumRpm   the pump's own maximum
    /// @param mayStart     permit to start from standstill
    /// @param mayIncrease  permit to raise the speed
    static Answer judge(
            double wantedRpm,
            double commandedRpm,
            double measuredRpm,
            double maximumRpm,
            boolean mayStart,
            boolean mayIncrease) {
        if (Double.isNaN(wantedRpm)) {
            return Answer.NOT_A_NUMBER;
        }
        if (Math.abs(wantedRpm) > maximumRpm) {
            return Answer.ABOVE_MAXIMUM;
        }
        if (wantedRpm == 0) {
            return Answer.ACCEPTED;
        }
        if (Math.abs(wantedRpm) < STANDSTILL_RPM) {
            return Answer.TOO_SLOW;
        }
        boolean starting = Math.abs(commandedRpm) < STANDSTILL_RPM; // a residue is no way past the permit to start
        double movingRpm = starting && Math.abs(measuredRpm) > STANDSTILL_RPM ? measuredRpm : commandedRpm;
        if (wantedRpm * movingRpm < 0) {
            return Answer.TURNING_THE_OTHER_WAY;
        }
        if (starting && (!mayStart || Double.isNaN(measuredRpm))) {
            return Answer.START_NOT_PERMITTED;
        }
        if (!mayIncrease && Math.abs(wantedRpm) > Math.abs(commandedRpm)) {
            return Answer.INCREASE_NOT_PERMITTED;
        }
        return Answer.ACCEPTED;
    }

    /// The speed to command in this cycle: one ramp step from the last one towards the target, within the limit.
    ///
    /// @param ceilingRpm  highest magnitude permitted, from [#ceiling]
    /// @param mayIncrease whether the magnitude may grow at all
    /// @param stepRpm     largest change in this cycle
    static double next(double commandedRpm, double targetRpm, double ceilingRpm, boolean mayIncrease, double stepRpm) {
        if (!mayIncrease) {
            ceilingRpm = Math.min(ceilingRpm, Math.abs(commandedRpm));
        }
        double goalRpm = Math.clamp(targetRpm, -ceilingRpm, ceilingRpm);
        return commandedRpm + Math.clamp(goalRpm - commandedRpm, -stepRpm, stepRpm);
    }
}
