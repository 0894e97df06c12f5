package org.altercor.hal.bus;

/// How often a device that does not answer is still asked.
///
/// ```
/// answers ─► every turn        3 misses in a row ─► dead: after 100 ms, 200 ms, 400 ms … 2 s
///    ▲──────────────── one answer ────────────────────────┘
/// ```
///
/// A dead slave costs the others a response time-out at every poll; a live one must not be lost by three spoilt
/// frames. One that may be turning and is owed a stop is asked every 100 ms however long it was dead: that takes
/// less of the line than its own polls would, were it alive, and these are what a bus is budgeted for. The figures
/// are our own judgement; the cap is the time within which a re-plugged drive must be found (safety, B08).
public final class DeadSlaveBackoff {
    /// Misses in a row that make a slave dead.
    public static final int MISSES_TO_DEATH = 3;

    public static final long FIRST_PAUSE_NANOS = 100_000_000;
    public static final long LONGEST_PAUSE_NANOS = 2_000_000_000;

    private int misses;
    private long pauseNanos = FIRST_PAUSE_NANOS;
    private long waitNanos;
    private long missedNanos;

    /// The slave answered: it is back at once.
    public void answered() {
        misses = 0;
        pauseNanos = FIRST_PAUSE_NANOS;
    }

    /// The slave did not answer.
    public void missed(long nowNanos) {
        misses = Math.min(misses + 1, MISSES_TO_DEATH);
        if (isDead()) {
            missedNanos = nowNanos;
            waitNanos = pauseNanos;
            pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
        }
    }

    /// Starts the pauses anew: somebody wants something urgent of this slave.
    public void hurry(long nowNanos) {
        pauseNanos = FIRST_PAUSE_NANOS;
        missedNanos = nowNanos;
        waitNanos = 0;
    }

    public boolean isDead() {
        return misses >= MISSES_TO_DEATH;
    }

    /// Whether the slave may be asked now.
    ///
    /// @param stopIsPending whether it is owed a stop and may be turning
    public boolean isDue(long nowNanos, boolean stopIsPending) {
        long longestNanos = stopIsPending ? FIRST_PAUSE_NANOS : LONGEST_PAUSE_NANOS;
        return !isDead() || nowNanos - missedNanos >= Math.min(waitNanos, longestNanos);
    }
}
