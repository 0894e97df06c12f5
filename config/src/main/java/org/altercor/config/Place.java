package org.altercor.config;

/// Where in the circuit, or on the machine, a sensor sits.
public enum Place {
    ARTERIAL_LINE("arterial-line"),
    OXYGENATOR_INLET("oxygenator-inlet"),
    CARDIOPLEGIA_LINE("cardioplegia-line"),
    VENOUS_LINE("venous-line"),
    VENT_LINE("vent-line"),
    SUCTION_LINE("suction-line"),
    HAEMOFILTER_LINE("haemofilter-line"),
    RESERVOIR("reservoir"),
    PATIENT("patient"),
    WATER("water"),
    GAS_LINE("gas-line"),
    PUMP("pump"),
    CONSOLE("console");

    private final String word;

    Place(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
