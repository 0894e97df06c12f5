package org.altercor.hal.port;

/// The sounder and the alarm lamps of the console. Driven by the supervisor.
public interface Annunciator {
    /// Alarm priorities, in the order of the alarm standard.
    enum Signal {
        SILENT,
        LOW,
        MEDIUM,
        HIGH
    }

    /// Sounds the burst of a priority until told otherwise. Repeating it changes nothing.
    void sound(Signal signal);

    /// Lights the lamp of a priority until told otherwise. Repeating it changes nothing.
    void light(Signal signal);

    /// Active while sound really leaves the sounder, heard by its own microphone or current sense.
    void readHeard(SwitchReading into);
}
