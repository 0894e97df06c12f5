package org.altercor.hal.port;

/// The second path to the arterial drive's power: energise to trip, so that a dead supervisor cannot trip it.
///
/// On a centrifugal pump never before the clamp is confirmed, except for runaway: the supervisor sees to the order.
/// All calls return at once and allocate nothing.
public interface SafeTorqueOff {
    /// Cuts torque: the shaft runs out unbraked. Repeating it changes nothing.
    void trip();

    /// Gives torque back and starts nothing: the drive wants to hear zero, and then a new speed. Repeating it
    /// changes nothing.
    void restore();

    /// Active while torque is cut, read back from the drive side.
    void readTripped(SwitchReading into);
}
