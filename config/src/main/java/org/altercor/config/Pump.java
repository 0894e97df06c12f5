package org.altercor.config;

import java.util.Optional;

/// One pump of the machine.
///
/// @param name        name, unique among the pumps
/// @param role        what it is for
/// @param head        kind of head
/// @param rollerHead  raceway and tubing; present exactly when the head is a roller
/// @param direction   which way it turns when it pumps forward
/// @param maxSpeedRpm highest speed it may be asked for; what it is commanded may be less, see [#speedLimit]
/// @param drawsFrom   where it draws from; present exactly for cardioplegia and haemofiltration
/// @param follows     the pump whose speed it follows at a ratio; absent for a pump of its own
/// @param calibration what was measured on this pump
public record Pump(
        String name,
        PumpRole role,
        PumpHead head,
        Optional<RollerHead> rollerHead,
        Direction direction,
        double maxSpeedRpm,
        Optional<BloodSource> drawsFrom,
        Optional<String> follows,
        Calibration calibration) {
    /// What a roller head is fitted with.
    public record RollerHead(Raceway raceway, Tubing tubing) {}

    /// What happens when nobody renews its command, as the reviewed profile has it.
    public LossPolicy onLoss(Profile profile) {
        return profile.loss().policy(role);
    }

    /// The highest speed it is ever commanded, by this machine and the reviewed profile.
    public SpeedLimit speedLimit(Profile profile) {
        return SpeedLimit.of(this, profile);
    }
}
