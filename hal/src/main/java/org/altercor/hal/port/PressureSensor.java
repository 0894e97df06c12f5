package org.altercor.hal.port;

/// Gauge pressure at one place of the circuit.
public interface PressureSensor {
    /// Pressure in mmHg against atmosphere.
    void readMmHg(Reading into);
}
