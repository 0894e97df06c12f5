package org.altercor.hal.port;

/// A speed knob: a rotary encoder with a push switch.
public interface Knob {
    /// Detents turned since start, clockwise positive: a counter, so that no turn is lost between two looks.
    void readDetents(Reading into);

    /// Active while pushed.
    void readPushed(SwitchReading into);
}
