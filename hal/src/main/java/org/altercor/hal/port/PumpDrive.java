package org.altercor.hal.port;

/// The motor controller of one pump, as the control loop sees it: it may ask for speeds, and nothing more.
///
/// Speeds are of the pump shaft; positive is the forward direction of the pump's role. All calls come from the control
/// loop, return at once and allocate nothing: the bus thread does the rest.
public interface PumpDrive {
    /// Asks for a speed, on a lease. When the lease runs out unrenewed the bus thread carries out the role's policy
    /// (hold, stop, or hold and then stop).
    ///
    /// @param speedRpm        wanted speed; a value that is not finite is refused and counted, and renews nothing
    /// @param validUntilNanos end of the lease on the monotonic clock
    void command(double speedRpm, long validUntilNanos);

    /// Speed as measured by the drive itself, in rpm, signed.
    void readSpeedRpm(Reading into);

    /// Motor current in ampere; `MISSING` when the drive does not report it.
    void readCurrentAmps(Reading into);

    /// The drive's own fault code, 0 when it reports none; `MISSING` when it reports nothing of the kind.
    void readFaultCode(Reading into);

    /// Copies what the bus thread knows about link, lease and stop slot.
    void readStatus(DriveStatus into);
}
