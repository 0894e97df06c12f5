package org.altercor.hal.port;

/// The dynamic run power of the stop-roles and of the hardware buzzer: it drops by itself when nobody pulses it.
///
/// Pulsed by the supervisor, from its own thread, and only when everything it watches is well.
public interface RunPulses {
    /// Gives one pulse. Run power lasts one pulse time-out from here.
    void pulse();

    /// Whether run power was seen at the drives, read back.
    void readPowered(SwitchReading into);
}
