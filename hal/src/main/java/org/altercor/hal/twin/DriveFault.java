package org.altercor.hal.twin;

import org.altercor.config.schema.Unit;

/// What can happen to a drive of the twin, its motor, its shaft and its line.
public enum DriveFault implements Happening {
    JAMMED,
    SLIP,
    SLOW,
    DECOUPLED,
    RUNAWAY,
    REVERSED,
    IGNORES_STOP,
    FROZEN,
    SIGN,
    SILENT_LINE,
    TRIPPED,
    HOT,
    REBOOTED;

    @Override
    public Words words() {
        return switch (this) {
            case JAMMED -> Words.of("jammed", "the shaft is stuck: speed zero, current at its limit");
            case SLIP ->
                Words.of("slip", Unit.PERCENT, 0, 100, "the belt slips: the shaft is so much slower than the motor");
            case SLOW -> Words.of("slow", Unit.PERCENT, 0, 100, "the motor stays so much below what it is told");
            case DECOUPLED ->
                Words.of("decoupled", "the coupling lets go: the motor turns without load, the head runs out");
            case RUNAWAY -> Words.of("runaway", "fastest speed, whatever it is told, until its power is cut");
            case REVERSED -> Words.of("reversed", "turns against what it is told, and reports it");
            case IGNORES_STOP -> Words.of("ignores-stop", "goes on when told to stop, until its power is cut");
            case FROZEN -> Words.of("frozen-feedback", "repeats one speed, with new times");
            case SIGN -> Words.of("sign", "reports its speed with the wrong sign");
            case SILENT_LINE -> Words.of("silent-line", "the line is cut: it hears nothing and is not heard");
            case TRIPPED ->
                Words.of("tripped", Unit.NONE, 2, 65_535, "takes its own torque away and reports this fault code");
            case HOT -> Words.of("over-temperature", "reports that it is too hot, and goes on");
            case REBOOTED ->
                Words.of(
                        "rebooted",
                        Unit.MS,
                        1,
                        60_000,
                        "its own supply is gone for so long: it coasts, says nothing, and comes back knowing nothing");
        };
    }
}
