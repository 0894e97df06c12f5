package org.altercor.hal.port;

/// The motor controller of one pump, as the control loop sees it: it may ask for speeds, and nothing more. Nobody else
/// gets hold of it.
///
/// Speeds are of the pump shaft; positive is the forward direction of the pump's role. All calls come from the control
/// loop, return at once and allocate nothing: the bus thread does the rest.
public interface PumpDrive extends MeasuredDrive {
    /// Asks for a speed, on a lease. When the lease runs out unrenewed the bus thread carries out the role's policy
    /// (hold, stop, or hold and then stop).
    ///
    /// @param speedRpm        wanted speed; a value that is not finite is refused and counted, and renews nothing
    /// @param validUntilNanos end of the lease on the monotonic clock
    void command(double speedRpm, long validUntilNanos);
}
