package org.altercor.hal.port;

/// The supervisor's hold on one pump drive. One-sided: it can stop, it cannot start.
///
/// The stop is sticky: from [#demand] until [#release] the drive's bus thread sends stop before anything else, again
/// and again, and no command of the control loop can overwrite it. All calls come from the supervisor, return at once
/// and allocate nothing.
public interface DriveStop {
    /// Demands standstill. Repeating it changes nothing.
    void demand();

    /// Gives the drive back to the control loop. What was asked before the stop is forgotten, and the drive stays at
    /// zero until a fresh command of zero, and a speed after it, arrive: a release starts nothing.
    void release();
}
