package org.altercor.hal.twin.sensor;

/// The order in which values wait out a dead time: each is given a place to wait in, and leaves it when its time has
/// come, first in, first out.
///
/// ```
/// enter ─► place 0 1 2 … room−1 ─► arrived
/// ```
///
/// When more come than there is room for, the oldest is forgotten. Owner: the twin's thread. Allocates nothing after
/// construction.
final class DeadTime {
    /// No place.
    static final int NONE = -1;

    private final long latencyNanos;
    private final long[] madeNanos;
    private long in;
    private long out;

    /// @param latencyNanos   how long each waits
    /// @param shortestNanos  shortest time between two that enter
    DeadTime(long latencyNanos, long shortestNanos) {
        this.latencyNanos = latencyNanos;
        madeNanos = new long[Math.toIntExact(latencyNanos / shortestNanos) + 3]; // and two that came late
    }

    /// How many places there are.
    int room() {
        return madeNanos.length;
    }

    /// The place of what was made now.
    int enter(long nowNanos) {
        if (in - out == madeNanos.length) {
            out++;
        }
        int place = placeOf(in++);
        madeNanos[place] = nowNanos;
        return place;
    }

    /// The place of the next that has arrived; [#NONE] when all others must wait. Asked again until then.
    int arrived(long nowNanos) {
        boolean hasArrived = out != in && nowNanos - madeNanos[placeOf(out)] >= latencyNanos;
        return hasArrived ? placeOf(out++) : NONE;
    }

    /// Forgets all that wait.
    void clear() {
        out = in;
    }

    private int placeOf(long number) {
        return (int) (number % madeNanos.length);
    }
}
