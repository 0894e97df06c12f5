package org.altercor.hal.twin;

import org.altercor.hal.cell.SwitchCell;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.SwitchReading;

/// A simulated two-state read-back: looked at every step, its activations counted.
///
/// Owner: the twin's thread, but for [#copyTo]. Allocates nothing after construction.
final class TwinContact {
    private final SwitchCell cell = new SwitchCell();
    private boolean active;
    private long activations;

    void look(boolean isActive, long nowNanos) {
        if (isActive && !active) {
            activations++;
        }
        active = isActive;
        cell.publish(active, activations, nowNanos, Quality.GOOD);
    }

    /// Cannot look: what was seen last stays, with its time.
    ///
    /// @param seenNanos when it was looked at last
    void lose(long seenNanos, Quality why) {
        cell.publish(active, activations, seenNanos, why);
    }

    /// As of the last look. Twin's thread only.
    boolean isActive() {
        return active;
    }

    /// Any thread.
    void copyTo(SwitchReading into) {
        cell.copyTo(into);
    }
}
