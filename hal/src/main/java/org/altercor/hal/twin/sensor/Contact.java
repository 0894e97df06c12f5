package org.altercor.hal.twin.sensor;

import org.altercor.hal.cell.SwitchCell;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.SwitchReading;

/// A two-state input: its edges are counted at every step, its level is published at its period. It believes a
/// change only after a time.
///
/// Owner: the twin's thread, but for [#copyTo]. Allocates nothing after construction.
final class Contact {
    private final long periodNanos;
    private final long debounceNanos;
    private final SwitchCell cell = new SwitchCell();

    private boolean started;
    private long dueNanos;
    private boolean isActive;
    private boolean wasDifferent;
    private long differentNanos;
    private long activations;
    private long seenNanos;
    private Quality trouble = Quality.GOOD;

    Contact(long periodNanos, long debounceNanos) {
        this.periodNanos = periodNanos;
        this.debounceNanos = debounceNanos;
    }

    /// Looks at what is behind it. Once a step.
    void step(boolean isActiveNow, long nowNanos) {
        if (trouble == Quality.GOOD) {
            boolean isDifferent = isActiveNow != isActive;
            if (isDifferent && !wasDifferent) {
                differentNanos = nowNanos;
            }
            wasDifferent = isDifferent;
            if (isDifferent && nowNanos - differentNanos >= debounceNanos) {
                isActive = isActiveNow;
                wasDifferent = false;
                activations += isActive ? 1 : 0;
                dueNanos = nowNanos; // an edge is told at once
            }
            seenNanos = nowNanos;
        }
        if (!started || nowNanos - dueNanos >= 0) {
            started = true;
            dueNanos = nowNanos + periodNanos;
            cell.publish(isActive, activations, seenNanos, trouble);
        }
    }

    /// Sees nothing any more, and says so: the last level stays, with its old time.
    void lose(Quality why) {
        trouble = why;
    }

    /// Sees again.
    void mend() {
        trouble = Quality.GOOD;
    }

    /// Any thread.
    void copyTo(SwitchReading into) {
        cell.copyTo(into);
    }
}
