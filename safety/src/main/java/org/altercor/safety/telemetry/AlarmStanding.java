package org.altercor.safety.telemetry;

/// How an alarm stands, for those who were not there. The words are part of telemetry: they never change.
enum AlarmStanding {
    ACTIVE("active"),
    /// Active, and somebody at the machine has said: seen.
    ACKNOWLEDGED("acknowledged"),
    CLEARED("cleared"),
    /// The supervisor has not spoken lately: nobody knows.
    UNKNOWN("unknown");

    private final String word;

    AlarmStanding(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
