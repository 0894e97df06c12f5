package org.altercor.hal.twin;

import java.util.function.DoubleSupplier;

/// One quantity of the twin that can be read: `reservoir.volume-ml`, `arterial.flow-ml-per-min`.
///
/// Read on the twin's thread, or while the twin stands still.
///
/// @param name    part and quantity with its unit
/// @param unit    unit as people write it
/// @param meaning a few words
/// @param value   reads it; NaN when there is nothing to read
public record Signal(String name, String unit, String meaning, DoubleSupplier value) {
    /// Its value now.
    public double now() {
        return value.getAsDouble();
    }
}
