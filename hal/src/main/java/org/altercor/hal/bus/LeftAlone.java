package org.altercor.hal.bus;

import org.altercor.config.LossPolicy;
import org.altercor.config.rig.Silence;

/// What a drive does by itself, and when, once nobody speaks to it any more.
///
/// | declared | role asks for | does | when silent for |
/// |---|---|---|---|
/// | goes on (D0) | anything | holds | any time |
/// | one fixed thing (D1) | anything | that | its time |
/// | lease (D2) | hold | holds | any time |
/// | lease (D2) | stop | brakes | its time |
/// | lease (D2) | hold, then stop | brakes | its time and the role's |
///
/// @param action     what it does; to hold is to do nothing
/// @param afterNanos its own time
/// @param holdNanos  what the role lets it go on for after that
public record LeftAlone(Silence.Action action, long afterNanos, long holdNanos) {
    /// The declared behaviour, with what the role asks for filled in.
    ///
    /// @param silence what the drive is declared to do
    /// @param policy  what its role asks for; decides for a drive with a lease
    public static LeftAlone of(Silence silence, LossPolicy policy) {
        return switch (silence) {
            case Silence.Nothing() -> new LeftAlone(Silence.Action.HOLD, 0, 0);
            case Silence.Fixed(var action, var after) -> new LeftAlone(action, after.toNanos(), 0);
            case Silence.Lease(var after) ->
                switch (policy) {
                    case LossPolicy.Hold() -> new LeftAlone(Silence.Action.HOLD, after.toNanos(), 0);
                    case LossPolicy.Stop(var _) -> new LeftAlone(Silence.Action.STOP, after.toNanos(), 0);
                    case LossPolicy.HoldThenStop(var hold) ->
                        new LeftAlone(Silence.Action.STOP, after.toNanos(), hold.toNanos());
                };
        };
    }
}
