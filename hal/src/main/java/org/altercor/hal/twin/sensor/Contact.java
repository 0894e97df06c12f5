package org.altercor.hal.twin.sensor;

import java.util.Arrays;
import org.altercor.hal.cell.SwitchCell;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.twin.TwinPlant;

/// A two-state input: its edges are counted at every step, its level goes out at its period and at once on an edge,
/// and is seen the dead time later.
///
/// It believes a level only after it has lasted: until then nothing is known of a contact that was never seen, or
/// was lost, and a known one stays as it was. What it waits to believe counts towards its latency.
///
/// Owner: the twin's thread, but for [#copyTo]. Allocates nothing after construction.
final class Contact {
    private final long periodNanos;
    private final long debounceNanos;
    private final DeadTime deadTime;
    private final boolean[] levels;
    private final long[] counts;
    private final long[] sampledAtNanos;
    private final Quality[] qualities;
    private final SwitchCell cell = new SwitchCell();

    private boolean started;
    private long dueNanos;
    private boolean isLooking;
    private boolean seenActive;
    private long sinceNanos;
    private long seenNanos;
    private boolean isBelieved;
    private boolean isActive;
    private long activations;
    private boolean isSilent;
    private Quality trouble = Quality.GOOD;

    /// @param debounceNanos how long a level must last
    Contact(Timing timing, long debounceNanos) {
        periodNanos = timing.periodNanos();
        this.debounceNanos = debounceNanos;
        long deadNanos = Math.max(0, timing.latencyNanos() - debounceNanos);
        deadTime = new DeadTime(deadNanos, Math.min(periodNanos, TwinPlant.STEP_NANOS));
        levels = new boolean[deadTime.room()];
        counts = new long[deadTime.room()];
        sampledAtNanos = new long[deadTime.room()];
        qualities = new Quality[deadTime.room()];
        Arrays.fill(qualities, Quality.MISSING);
    }

    /// Looks at what is behind it. Once a step.
    ///
    /// @param blindness why nothing can be seen now, from the world itself; `GOOD` when all is well
    void step(boolean isActiveNow, long nowNanos, Quality blindness) {
        Quality seen = trouble == Quality.GOOD ? blindness : trouble;
        if (seen == Quality.GOOD) {
            look(isActiveNow, nowNanos);
        } else {
            isLooking = false;
            isBelieved = false;
        }
        if (!started || nowNanos - dueNanos >= 0) {
            started = true;
            dueNanos = nowNanos + periodNanos;
            put(nowNanos, seen == Quality.GOOD && !isBelieved ? Quality.MISSING : seen);
        }
        if (isSilent) {
            deadTime.clear();
        }
        for (int at = deadTime.arrived(nowNanos); at != DeadTime.NONE; at = deadTime.arrived(nowNanos)) {
            cell.publish(levels[at], counts[at], sampledAtNanos[at], qualities[at]);
        }
    }

    private void look(boolean isActiveNow, long nowNanos) {
        if (!isLooking || isActiveNow != seenActive) {
            isLooking = true;
            seenActive = isActiveNow;
            sinceNanos = nowNanos;
        }
        seenNanos = nowNanos;
        boolean isNew = !isBelieved || seenActive != isActive;
        if (isNew && nowNanos - sinceNanos >= debounceNanos) {
            activations += seenActive && !isActive ? 1 : 0;
            isActive = seenActive;
            isBelieved = true;
            dueNanos = nowNanos; // an edge is told at once
        }
    }

    private void put(long nowNanos, Quality quality) {
        int at = deadTime.enter(nowNanos);
        levels[at] = isActive;
        counts[at] = activations;
        sampledAtNanos[at] = seenNanos;
        qualities[at] = quality;
    }

    /// Sees nothing any more, and says so: the last level stays, with its old time.
    void lose(Quality why) {
        trouble = why;
    }

    /// Says nothing any more, and nothing of that: what it said last grows old.
    void fallSilent() {
        isSilent = true;
    }

    /// Sees and speaks again.
    void mend() {
        trouble = Quality.GOOD;
        isSilent = false;
    }

    /// Any thread.
    void copyTo(SwitchReading into) {
        cell.copyTo(into);
    }
}
