package org.altercor.hal.port;

/// The second path to the arterial drive's power: energise to trip, so that a dead supervisor cannot trip it.
///
/// On a centrifugal pump never before the clamp is confirmed, except for runaway: the supervisor sees to the order.
public interface SafeTorqueOff {
    /// Cuts torque.
    void trip();

    /// Gives torque back; the drive still stands until it is commanded.
    void restore();

    /// Active while torque is cut, read back from the drive side.
    void readTripped(SwitchReading into);
}
