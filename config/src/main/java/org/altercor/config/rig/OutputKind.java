package org.altercor.config.rig;

/// What an output does.
public enum OutputKind {
    /// Closes a line.
    CLAMP("clamp"),
    /// Feeds the drives of roles that stop; ceases by itself.
    RUN_PULSES("run-pulses"),
    /// Cuts the arterial drive's torque.
    STO("sto"),
    BUZZER("buzzer"),
    LAMP("lamp");

    private final String word;

    OutputKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
