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

    /// The line that a pump of this role pumps through, or draws from.
    public Place line() {
        return switch (this) {
            case ARTERIAL -> Place.ARTERIAL_LINE;
            case CARDIOPLEGIA -> Place.CARDIOPLEGIA_LINE;
            case HAEMOFILTRATION -> Place.HAEMOFILTER_LINE;
            case VENT -> Place.VENT_LINE;
            case SUCTION -> Place.SUCTION_LINE;
        };
    }

    /// The field's word, as written in machine files.
    public String word() {
        return word;
    }
}
