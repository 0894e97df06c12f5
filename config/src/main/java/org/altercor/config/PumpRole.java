package org.altercor.config;

/// What a pump is for. The role decides what every fault does to it.
public enum PumpRole {
    ARTERIAL("arterial"),
    CARDIOPLEGIA("cardioplegia"),
    HAEMOFILTRATION("haemofiltration"),
    VENT("vent"),
    SUCTION("suction");

    private final String word;

    PumpRole(String word) {
        this.word = word;
    }

    /// The field's word, as written in machine files.
    public String word() {
        return word;
    }
}
