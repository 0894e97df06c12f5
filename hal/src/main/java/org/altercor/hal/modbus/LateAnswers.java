package org.altercor.hal.modbus;

/// Answers that may still come though nobody waits for them any more.
///
/// A read that was not answered in time might still be answered, and an answer does not name its register. A
/// line that hangs may keep such an answer for any time, and lets it go when it comes to life. Therefore the
/// doubt does not end because time went by. It ends in one of two ways:
///
/// ```
/// a read is missed ─► DOUBT ── enough writes answered ─────────────────────────────► reads may be believed
///                       └───── the drive answers anything ── quiet for 250 ms ──────►
///                                                             └─ a stray byte, or a miss: from the beginning
/// ```
///
/// Answers come in order. So the next read waits for answered writes: one more than there are writes whose
/// own answers may still be late (an echo does not say which of two equal writes it answers). Or it waits
/// until the line has come to life and let go what it kept.
///
/// Not covered: a line that comes to life and then pauses for longer than [#LATE_ANSWER_NANOS] between two of
/// the frames it kept, while nothing may be written.
///
/// Owner: the bus thread. Allocates nothing.
final class LateAnswers {
    /// How long an answer may be late on a line that does not hang: the delay of fault B11 (200 ms), and a
    /// quarter.
    static final long LATE_ANSWER_NANOS = 250_000_000;

    /// More late writes than these are not counted: so many more, each with a turn of the line, take as long as
    /// [#LATE_ANSWER_NANOS]. Else a drive that was dead for ten minutes would have to answer hundreds. Our own
    /// judgement.
    private static final int MOST_LATE_ECHOES = 25;

    private int echoesNeeded; // answered writes before a read may be sent; 0 when no read can be late
    private int echoesLate; // writes that were not answered in time and may still be
    private boolean alive; // something was answered since the last miss
    private long noisyNanos; // the last miss, the first answer after it, or the last stray byte, whichever is newest

    /// A read may still be answered: it was not in time, or was asked on a line that is gone.
    void readMayBeLate(long nowNanos) {
        endWhenQuiet(nowNanos);
        echoesNeeded = echoesLate + 1;
        missed(nowNanos);
    }

    /// A write was not answered in time.
    void writeMayBeLate(long nowNanos) {
        endWhenQuiet(nowNanos);
        echoesLate = Math.min(echoesLate + 1, MOST_LATE_ECHOES);
        if (echoesNeeded > 0) {
            echoesNeeded = Math.min(echoesNeeded + 1, MOST_LATE_ECHOES + 1);
        }
        missed(nowNanos);
    }

    private void missed(long nowNanos) {
        alive = false;
        noisyNanos = nowNanos;
    }

    /// A write was answered, as asked or by a refusal.
    void writeAnswered(long nowNanos) {
        echoesNeeded = Math.max(0, echoesNeeded - 1);
        readAnswered(nowNanos);
    }

    /// A read was answered: nobody knows yet which one.
    void readAnswered(long nowNanos) {
        if (!alive) {
            alive = true;
            noisyNanos = nowNanos;
        }
    }

    /// Something that nobody waited for came at that time, or before.
    void stray(long strayNanos) {
        if (strayNanos - noisyNanos > 0) {
            noisyNanos = strayNanos;
        }
    }

    /// Ends the doubt when everything that was late has come.
    void endWhenQuiet(long nowNanos) {
        if (alive && nowNanos - noisyNanos >= LATE_ANSWER_NANOS) {
            echoesNeeded = 0;
            echoesLate = 0;
        }
    }

    /// Whether an answer to a read could be that to an earlier one.
    boolean areDoubted() {
        return echoesNeeded > 0;
    }

    /// Whether nothing was answered since the last miss.
    boolean isSilent() {
        return !alive;
    }
}
