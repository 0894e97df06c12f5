package org.altercor.controller.loop;

import org.altercor.config.Profile;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// How fast a pump may press against its line.
///
/// Above the pressure it regulates to, the ceiling falls from the speed of that moment, the faster the more the
/// pressure is above; below, it rises slowly until it is the pump's own again. It integrates, because what a rpm does
/// to the pressure differs a hundredfold between an open line and one that is nearly shut. It is never zero: to stop is
/// the supervisor's. A pressure that is not known leaves it as it is. Pure; the state is exchanged as a frame;
/// allocates nothing.
final class PressureLimit implements Frame {
    /// Time in which the ceiling would fall to nothing at the pressure that stops. Our own judgement: slower than
    /// drive and line together (0.2 s and up to 0.7 s [D]), or it would swing.
    static final double FALL_SECONDS = 1.5;

    private final Profile.LinePressure limits;
    private final double ownRpm;
    private double ceilingRpm;

    /// @param ownRpm highest speed of the pump without this limit
    PressureLimit(Profile.LinePressure limits, double ownRpm) {
        this.limits = limits;
        this.ownRpm = ownRpm;
        ceilingRpm = ownRpm;
    }

    /// Takes one cycle.
    ///
    /// @param mmHg         line pressure; NaN when it is not known
    /// @param commandedRpm speed asked of the drive in the last cycle
    /// @param floorRpm     speed below which it does not limit
    /// @return highest speed permitted
    double step(double mmHg, double commandedRpm, double floorRpm, double stepSeconds) {
        if (Double.isNaN(mmHg)) {
            return ceilingRpm;
        }
        double above = Math.clamp((mmHg - limits.regulateMmHg()) / (limits.stopMmHg() - limits.regulateMmHg()), -1, 1);
        if (above > 0) {
            double fromRpm = Math.min(ceilingRpm, commandedRpm);
            double fallenRpm = fromRpm - fromRpm * above * stepSeconds / FALL_SECONDS;
            ceilingRpm = Math.min(ceilingRpm, Math.max(fallenRpm, Math.min(floorRpm, ownRpm)));
        } else {
            double recoveredRpm = LevelLimit.RECOVERY_PER_SECOND * ownRpm * -above * stepSeconds;
            ceilingRpm = Math.min(ceilingRpm + recoveredRpm, ownRpm);
        }
        return ceilingRpm;
    }

    @Override
    public void exchange(FieldExchange fields) {
        ceilingRpm = fields.float64("ceilingRpm", ceilingRpm);
    }
}
