package org.altercor.config;

/// Where a pump that gives something to the patient draws it from.
public enum BloodSource {
    /// The arterial line, behind the oxygenator: air there reaches this pump too, and its flow is taken from the
    /// patient's.
    ARTERIAL_LINE("arterial-line"),
    /// The venous line or the reservoir.
    VENOUS_LINE("venous-line"),
    /// A bag of its own.
    BAG("bag");

    private final String word;

    BloodSource(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
