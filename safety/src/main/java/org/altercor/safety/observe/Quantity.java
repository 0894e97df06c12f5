package org.altercor.safety.observe;

import java.util.List;
import org.altercor.config.SensorKind;

/// One thing that a sensor says. Some sensors say two.
///
/// The word is what follows a sensor's name where names of channels are written (`level.below-mark`); the first
/// quantity of a sensor goes by the sensor's own name.
public enum Quantity {
    AIR_SEEN("seen", ""),
    LEVEL("volume", "mL"),
    BELOW_MARK("below-mark", ""),
    PRESSURE("pressure", "mmHg"),
    FLOW("flow", "mL/min"),
    TEMPERATURE("temperature", "°C"),
    GAS_FLOW("flow", "mL/min"),
    OXYGEN_FRACTION("oxygen", "%"),
    VENOUS_SATURATION("saturation", "%"),
    HAEMATOCRIT("haematocrit", "%"),
    SHAFT_SPEED("speed", "rpm"),
    LID_OPEN("open", ""),
    DETENTS("detents", ""),
    PUSHED("pushed", ""),
    STOP_PRESSED("pressed", ""),
    MAINS_PRESENT("mains", ""),
    BATTERY_TIME("battery", "min");

    private final String word;
    private final String unit;

    Quantity(String word, String unit) {
        this.word = word;
        this.unit = unit;
    }

    public String word() {
        return word;
    }

    /// Canonical unit; empty for what has none.
    public String unit() {
        return unit;
    }

    /// Whether it has two states and no number.
    public boolean isSwitch() {
        return switch (this) {
            case AIR_SEEN, BELOW_MARK, LID_OPEN, PUSHED, STOP_PRESSED, MAINS_PRESENT -> true;
            case LEVEL,
                    PRESSURE,
                    FLOW,
                    TEMPERATURE,
                    GAS_FLOW,
                    OXYGEN_FRACTION,
                    VENOUS_SATURATION,
                    HAEMATOCRIT,
                    SHAFT_SPEED,
                    DETENTS,
                    BATTERY_TIME -> false;
        };
    }

    /// What a sensor of a kind says, the most important first.
    public static List<Quantity> of(SensorKind kind) {
        return switch (kind) {
            case AIR -> List.of(AIR_SEEN);
            case LEVEL -> List.of(LEVEL, BELOW_MARK);
            case PRESSURE -> List.of(PRESSURE);
            case FLOW -> List.of(FLOW);
            case TEMPERATURE -> List.of(TEMPERATURE);
            case GAS_FLOW -> List.of(GAS_FLOW, OXYGEN_FRACTION);
            case BLOOD_MONITOR -> List.of(VENOUS_SATURATION, HAEMATOCRIT);
            case TACHOMETER -> List.of(SHAFT_SPEED);
            case LID -> List.of(LID_OPEN);
            case KNOB -> List.of(DETENTS, PUSHED);
            case EMERGENCY_STOP -> List.of(STOP_PRESSED);
            case POWER -> List.of(MAINS_PRESENT, BATTERY_TIME);
        };
    }
}
