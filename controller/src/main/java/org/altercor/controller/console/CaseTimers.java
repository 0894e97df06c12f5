package org.altercor.controller.console;

/// The two times that a perfusionist is asked for: on bypass, and with the aorta clamped. The first runs while the
/// arterial pump is asked to pump, the second from touch to touch.
///
/// Pure; time is an argument. Owner: the console's thread.
final class CaseTimers {
    /// One timer.
    ///
    /// @param seconds elapsed; a timer that stands keeps them
    /// @param runs    whether it runs
    record Timer(long seconds, boolean runs) {}

    private long bypassNanos;
    private long crossClampNanos;
    private boolean onBypass;
    private boolean crossClamped;
    private boolean started;
    private long lastNanos;

    /// Lets time pass.
    ///
    /// @param pumping whether an arterial pump is asked to pump
    void advance(long nowNanos, boolean pumping) {
        long sinceNanos = started ? Math.max(0, nowNanos - lastNanos) : 0;
        bypassNanos += onBypass ? sinceNanos : 0;
        crossClampNanos += crossClamped ? sinceNanos : 0;
        onBypass = pumping;
        started = true;
        lastNanos = nowNanos;
    }

    /// The aorta is clamped, or no longer. A clamp that goes on begins anew.
    void crossClamp(boolean on) {
        if (on && !crossClamped) {
            crossClampNanos = 0;
        }
        crossClamped = on;
    }

    Timer bypass() {
        return new Timer(bypassNanos / 1_000_000_000, onBypass);
    }

    Timer crossClamp() {
        return new Timer(crossClampNanos / 1_000_000_000, crossClamped);
    }
}
