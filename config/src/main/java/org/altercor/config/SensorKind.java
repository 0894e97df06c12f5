package org.altercor.config;

import java.util.EnumSet;
import java.util.Set;

/// What a sensor measures. Each kind is one port of the machine.
public enum SensorKind {
    AIR("air", true, Place.ARTERIAL_LINE, Place.CARDIOPLEGIA_LINE, Place.VENOUS_LINE, Place.HAEMOFILTER_LINE),
    LEVEL("level", true, Place.RESERVOIR),
    PRESSURE(
            "pressure",
            true,
            Place.ARTERIAL_LINE,
            Place.OXYGENATOR_INLET,
            Place.CARDIOPLEGIA_LINE,
            Place.VENOUS_LINE,
            Place.VENT_LINE,
            Place.SUCTION_LINE,
            Place.HAEMOFILTER_LINE,
            Place.RESERVOIR,
            Place.PATIENT),
    FLOW("flow", true, Place.ARTERIAL_LINE, Place.CARDIOPLEGIA_LINE, Place.VENOUS_LINE, Place.HAEMOFILTER_LINE),
    TEMPERATURE(
            "temperature",
            false,
            Place.ARTERIAL_LINE,
            Place.VENOUS_LINE,
            Place.CARDIOPLEGIA_LINE,
            Place.PATIENT,
            Place.WATER),
    GAS_FLOW("gas-flow", false, Place.GAS_LINE),
    BLOOD_MONITOR("blood-monitor", false, Place.VENOUS_LINE),
    TACHOMETER("tachometer", true, Place.PUMP),
    LID("lid", true, Place.PUMP),
    KNOB("knob", true, Place.CONSOLE),
    EMERGENCY_STOP("emergency-stop", false, Place.CONSOLE),
    POWER("power", false, Place.CONSOLE);

    private final String word;
    private final boolean servesPumps;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot change
    private final Set<Place> places;

    SensorKind(String word, boolean servesPumps, Place first, Place... others) {
        this.word = word;
        this.servesPumps = servesPumps;
        this.places = Set.copyOf(EnumSet.of(first, others));
    }

    public String word() {
        return word;
    }

    /// Whether a sensor of this kind works for named pumps, and for no other.
    public boolean servesPumps() {
        return servesPumps;
    }

    /// Places where a sensor of this kind means something.
    public Set<Place> places() {
        return places;
    }
}
