package org.altercor.controller.blackbox;

/// A stretch of time on the page.
///
/// @param fromSeconds its left end, from the alarm
/// @param toSeconds   its right end
/// @param left        of its plot, in units of the drawing
/// @param width       of its plot
/// @param tickSeconds between two ticks
/// @param clockSeconds between two times of day
/// @param title       for people
record Extent(
        double fromSeconds,
        double toSeconds,
        double left,
        double width,
        double tickSeconds,
        double clockSeconds,
        String title) {
    /// Both ends of the window.
    static final Extent MINUTES =
            new Extent(-AlarmRecord.AROUND_SECONDS, AlarmRecord.AROUND_SECONDS, 172, 488, 15, 30, "±60 s");

    /// The seconds around the alarm, in which an interlock acts.
    static final Extent SECONDS = new Extent(-3, 3, 708, 192, 1, 3, "±3 s");

    /// Where a time lies.
    double x(double seconds) {
        return left + (seconds - fromSeconds) / (toSeconds - fromSeconds) * width;
    }

    boolean contains(double seconds) {
        return fromSeconds <= seconds && seconds <= toSeconds;
    }

    double right() {
        return left + width;
    }
}
