package org.altercor.config.rig;

/// Parity of a serial line.
public enum Parity {
    NONE,
    EVEN,
    ODD
}
