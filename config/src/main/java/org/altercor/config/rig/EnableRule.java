package org.altercor.config.rig;

import org.altercor.config.PumpRole;
import org.altercor.config.rig.Fitness.Fit;
import org.altercor.config.rig.Fitness.Unfit;

/// Decides whether a drive that runs on its set-point alone, without an enable word, can serve the role of its pump.
///
/// The firmware sends such a drive a speed only right after its shaft was read. One gap remains: a drive that reboots
/// between that look and the set-point that follows, within a turn of the line, is told its old speed once more and
/// starts. An enable word closes it, because it is written once per start and never repeated.
///
/// | role | an unasked start |
/// |---|---|
/// | arterial, cardioplegia, haemofiltration, vent | harms the patient: refused off the bench |
/// | suction | harms nobody: a sucker draws from an open field |
///
/// Which starts do harm is our own judgement.
public final class EnableRule {
    private EnableRule() {}

    /// Whether a Modbus drive can serve.
    ///
    /// @param role    role of its pump
    /// @param map     its registers
    /// @param isBench whether its rig says of itself, by its banner, that it is a bench
    public static Fitness judge(PumpRole role, ModbusDriveMap map, boolean isBench) {
        if (map.enable().isPresent() || isBench) {
            return new Fit();
        }
        return switch (role) {
            case ARTERIAL -> unfit("may burst a clamped line, or pump air out of an empty reservoir");
            case CARDIOPLEGIA, HAEMOFILTRATION -> unfit("delivers what nobody ordered, or draws air");
            case VENT -> unfit("collapses the heart it should empty, or draws air into it");
            case SUCTION -> new Fit();
        };
    }

    private static Unfit unfit(String harm) {
        return new Unfit(
                "a drive without an enable word, off the bench",
                "enable.register with its values for run and stop, or a bench rig with its banner: a drive that reboots"
                        + " within a turn of the line may be told its old speed once more, and an unasked start "
                        + harm);
    }
}
