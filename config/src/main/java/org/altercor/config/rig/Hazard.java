package org.altercor.config.rig;

/// What can be watched by wire, without a program.
public enum Hazard {
    AIR("air"),
    LEVEL("level"),
    PRESSURE("pressure"),
    OVERSPEED("overspeed");

    private final String word;

    Hazard(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
