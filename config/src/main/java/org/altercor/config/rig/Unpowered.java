package org.altercor.config.rig;

/// What an output does without power or without a program.
public enum Unpowered {
    OPEN("open"),
    CLOSED("closed"),
    AS_IS("as-is"),
    OFF("off"),
    ON("on"),
    NOT_TRIPPED("not-tripped"),
    TRIPPED("tripped"),
    SOUNDING("sounding"),
    SILENT("silent");

    private final String word;

    Unpowered(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
