package org.altercor.hal.port;

/// The dynamic run power of the stop-roles: it drops by itself when nobody pulses it.
///
/// What the supervisor has is consent; the pulses are given by a thread of their own, every [#PERIOD_NANOS], for as
/// long as there is consent and somebody to revoke it:
///
/// | consent | supervisor's beat | pulses |
/// |---|---|---|
/// | none yet, or withdrawn | any | none |
/// | given | fresh | given |
/// | given | stale, time to finish not over | given |
/// | given | stale, time to finish over | none, until the beat is back |
/// | any | any, the program is dead | none |
///
/// Power that returns starts nothing: a drive that lost it wants to hear zero, and then a new speed. All calls come
/// from the supervisor, return at once and allocate nothing.
public interface RunPulses {
    /// Time between two pulses: the supervisor's own period. Our own judgement.
    long PERIOD_NANOS = 5_000_000;

    /// How long run power lasts after a pulse: what the hardware that watches the pulses has to keep to. Our own
    /// judgement: twenty missed pulses, so that a thread that was held up for a moment costs no dose, and a tenth
    /// of the second within which a rig's own drives have to stop on silence.
    long TIMEOUT_NANOS = 100_000_000;

    /// Consents to run power until [#withdraw]. Repeating it changes nothing.
    void allow();

    /// Takes the consent back: no pulse from the next one on, and no power [#TIMEOUT_NANOS] later. Repeating it
    /// changes nothing.
    void withdraw();

    /// Active while run power is there, read back from the drives' side.
    void readPowered(SwitchReading into);
}
