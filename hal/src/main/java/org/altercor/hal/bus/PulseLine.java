package org.altercor.hal.bus;

import org.altercor.hal.port.SwitchReading;

/// The wire that carries run pulses, with its read-back from the drives' side.
public interface PulseLine {
    /// Gives one pulse. Returns at once, allocates nothing. Pulse thread only.
    void pulse();

    /// Active while run power is there.
    void readPowered(SwitchReading into);
}
