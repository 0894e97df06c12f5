package org.altercor.hal.port;

/// A speed sensor on the pump shaft that does not belong to the drive.
public interface Tachometer {
    /// Shaft speed in rpm, signed.
    void readSpeedRpm(Reading into);
}
