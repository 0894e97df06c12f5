package org.altercor.hal.port;

/// What the motor controller of one pump says of itself, for whoever may look at it and ask it for nothing.
///
/// Speeds are of the pump shaft; positive is the forward direction of the pump's role. Calls may come from any loop,
/// return at once and allocate nothing.
public interface MeasuredDrive {
    /// Speed as measured by the drive itself, in rpm, signed.
    void readSpeedRpm(Reading into);

    /// Motor current in ampere; `MISSING` when the drive does not report it.
    void readCurrentAmps(Reading into);

    /// The drive's own fault code, 0 when it reports none; `MISSING` when it reports nothing of the kind.
    void readFaultCode(Reading into);

    /// Copies what the bus thread knows about link, lease and stop slot.
    void readStatus(DriveStatus into);
}
