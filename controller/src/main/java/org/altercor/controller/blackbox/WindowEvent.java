package org.altercor.controller.blackbox;

import java.util.Comparator;
import org.altercor.safety.event.Event;

/// An event of the window.
///
/// @param number        of its record
/// @param seconds       from the alarm: on the clock of its start; for another start's event, by the clock on the wall
/// @param isOfThisStart whether it is of the alarm's own start
/// @param event         as it was recorded
record WindowEvent(long number, double seconds, boolean isOfThisStart, Event event) {
    /// As they happened; of one moment as they were written.
    static final Comparator<WindowEvent> ORDER =
            Comparator.comparingDouble(WindowEvent::seconds).thenComparingLong(WindowEvent::number);

    static WindowEvent of(long number, Event event, AlarmRecord alarm) {
        boolean isOfThisStart = event.boot().equals(alarm.event().boot());
        double seconds = isOfThisStart
                ? (event.nanos() - alarm.event().nanos()) / 1e9
                : (event.at().toEpochMilli() - alarm.event().at().toEpochMilli()) / 1e3;
        return new WindowEvent(number, seconds, isOfThisStart, event);
    }

    boolean isInside() {
        return Math.abs(seconds) <= AlarmRecord.AROUND_SECONDS;
    }
}
