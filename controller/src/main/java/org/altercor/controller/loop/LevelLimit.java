package org.altercor.controller.loop;

import org.altercor.config.Profile;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// How fast a pump may empty its reservoir, by what is left in it.
///
/// ```
/// own ceiling ┐          ┌──────
///             │        ╱
///       floor ├─────╱          volume
///             └────┴──────┴─────
///                stop  regulate
/// ```
///
/// It falls at once, as far as the ramp follows, and recovers slowly; it is never zero: to stop is the supervisor's.
/// A volume that is not known leaves it as it is. Pure; the state is exchanged as a frame; allocates nothing.
final class LevelLimit implements Frame {
    /// Share of the pump's own ceiling that a limit recovers in a second, so that a wave in the reservoir is not
    /// chased. Our own judgement: from floor to ceiling in 18 s.
    static final double RECOVERY_PER_SECOND = 0.05;

    private final Profile.Level reservoir;
    private final double ownRpm;
    private double ceilingRpm;

    /// @param ownRpm highest speed of the pump without this limit
    LevelLimit(Profile.Level reservoir, double ownRpm) {
        this.reservoir = reservoir;
        this.ownRpm = ownRpm;
        ceilingRpm = ownRpm;
    }

    /// Takes one cycle.
    ///
    /// @param levelMl  volume in the reservoir; NaN when it is not known
    /// @param floorRpm speed below which it does not limit
    /// @return highest speed permitted
    double step(double levelMl, double floorRpm, double stepSeconds) {
        if (!Double.isNaN(levelMl)) {
            double share =
                    Math.clamp((levelMl - reservoir.stopMl()) / (reservoir.regulateMl() - reservoir.stopMl()), 0, 1);
            double bottomRpm = Math.min(floorRpm, ownRpm);
            double allowedRpm = bottomRpm + (ownRpm - bottomRpm) * share;
            ceilingRpm = Math.min(allowedRpm, ceilingRpm + RECOVERY_PER_SECOND * ownRpm * stepSeconds);
            ceilingRpm = Math.max(ceilingRpm, bottomRpm);
        }
        return ceilingRpm;
    }

    @Override
    public void exchange(FieldExchange fields) {
        ceilingRpm = fields.float64("ceilingRpm", ceilingRpm);
    }
}
