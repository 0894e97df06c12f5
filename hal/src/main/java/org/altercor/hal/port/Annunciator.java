package org.altercor.hal.port;

/// The sounders and the alarm lamps of the console, as one. Driven by the supervisor, once a cycle.
///
/// Silence has to be asked for again and again: a buzzer that nobody has kept quiet for [#QUIET_NANOS] sounds by
/// itself, and so does one whose rig has no run power. A supervisor that died is heard. All calls return at once
/// and allocate nothing.
public interface Annunciator {
    /// How long one [#sound] keeps the buzzer quiet. Our own judgement: twenty supervisor periods, as for the
    /// supervisor's beat on the buses.
    long QUIET_NANOS = 100_000_000;

    /// Sounds the burst of a priority, or keeps quiet, for [#QUIET_NANOS]. After that the buzzer sounds.
    void sound(AlarmSignal signal);

    /// Lights the lamps of a priority until told otherwise. A rig without a lamp lights nothing, and says so: its
    /// [#readLit] is never measured.
    void light(AlarmSignal signal);

    /// Active while sound really leaves a sounder, heard by its own microphone or current sense.
    void readHeard(SwitchReading into);

    /// Active while current really flows through a lamp.
    void readLit(SwitchReading into);
}
