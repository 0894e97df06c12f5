package org.altercor.config.rig;

import java.util.List;
import org.altercor.config.PumpRole;
import org.altercor.config.rig.Fitness.Fit;
import org.altercor.config.rig.Fitness.Unfit;

/// Decides whether what an output does without power suits its purpose.
public final class UnpoweredRule {
    private UnpoweredRule() {}

    /// States in which an output may be left without power.
    ///
    /// @param kind what the output does
    /// @param role role of the pump it acts on; any for buzzer and lamp
    public static List<Unpowered> allowed(OutputKind kind, PumpRole role) {
        return switch (kind) {
            case CLAMP ->
                switch (role) {
                    case ARTERIAL -> List.of(Unpowered.OPEN, Unpowered.AS_IS);
                    case CARDIOPLEGIA, HAEMOFILTRATION -> List.of(Unpowered.CLOSED, Unpowered.AS_IS);
                    case VENT, SUCTION -> List.of(Unpowered.OPEN, Unpowered.AS_IS);
                };
            case RUN_PULSES, LAMP -> List.of(Unpowered.OFF);
            case STO -> List.of(Unpowered.NOT_TRIPPED);
            case BUZZER -> List.of(Unpowered.SOUNDING);
        };
    }

    /// Whether an output may be left without power in a state.
    public static Fitness judge(OutputKind kind, PumpRole role, Unpowered unpowered) {
        List<Unpowered> allowed = allowed(kind, role);
        if (allowed.contains(unpowered)) {
            return new Fit();
        }
        List<String> words = allowed.stream().map(Unpowered::word).toList();
        return new Unfit(unpowered.word(), String.join(" or ", words) + ": " + why(kind, role));
    }

    private static String why(OutputKind kind, PumpRole role) {
        return switch (kind) {
            case CLAMP ->
                switch (role) {
                    case ARTERIAL ->
                        "a clamp that closes by itself bursts the line of a turning roller and stops the patient's flow";
                    case CARDIOPLEGIA, HAEMOFILTRATION -> "a pump that stops must not leave its line to run on";
                    case VENT, SUCTION -> "a shut vent or sucker distends the heart it should empty";
                };
            case RUN_PULSES -> "run power must cease when the firmware dies";
            case LAMP -> "a lamp without power is dark";
            case STO -> "it is energised to trip, so that a dead supervisor cannot stop the patient's flow";
            case BUZZER -> "it must be heard when the firmware is dead";
        };
    }
}
