package org.altercor.controller.console;

import org.altercor.config.Pump;
import org.altercor.config.PumpHead;
import org.altercor.config.PumpRole;
import org.altercor.controller.loop.AskedNumber;

/// How a screen changes the numbers that modes are told, and how it writes them. All of it our own judgement: a small
/// step is one that a perfusionist does not fear.
final class Steps {
    private Steps() {}

    /// A small step, in the number's own unit; larger ones ask. A ratio has no step of its own: see [Ratios].
    static double small(AskedNumber number, Pump pump) {
        return switch (number) {
            case SPEED -> smallRpm(pump.head());
            case FLOW -> smallMlPerMin(pump.role());
            case RATE, RATIO -> 1;
            case WIDTH, BASE -> 5;
        };
    }

    /// How many small steps a large one is.
    static int leap(AskedNumber number) {
        return switch (number) {
            case SPEED, FLOW, RATE -> 10;
            case WIDTH, BASE, RATIO -> 4;
        };
    }

    /// What a number is divided by for people.
    static double scale(AskedNumber number) {
        return number == AskedNumber.FLOW ? 1_000 : 1;
    }

    static int decimals(AskedNumber number) {
        return number == AskedNumber.FLOW ? 2 : 0;
    }

    /// A fortieth of an adult's arterial flow, less where flows are small.
    private static double smallMlPerMin(PumpRole role) {
        return switch (role) {
            case ARTERIAL -> 100;
            case VENT, SUCTION -> 50;
            case CARDIOPLEGIA, HAEMOFILTRATION -> 10;
        };
    }

    /// By what a turn moves.
    private static double smallRpm(PumpHead head) {
        return switch (head) {
            case ROLLER -> 1;
            case CENTRIFUGAL -> 50;
        };
    }
}
