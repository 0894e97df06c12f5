package org.altercor.hal.port;

/// The cover of a roller pump.
public interface Lid {
    /// Active while the lid is open. Debounced by 40 ms: a bump is not an open lid.
    void readOpen(SwitchReading into);
}
