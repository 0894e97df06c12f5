package org.altercor.hal.modbus;

/// Answers that may still come though nobody waits for them any more.
///
/// A read that was not answered in time might still be answered, and an answer does not name its register. Answers
/// come in order, so the next read waits for answered writes: one more than there are writes whose own answers may
/// still be late (an echo does not say which of two equal writes it answers).
///
/// Owner: the bus thread. Allocates nothing.
final class LateAnswers {
    /// How long a late answer may still be on its way: the delay of fault B11 (200 ms), and a quarter.
    static final long LATE_ANSWER_NANOS = 250_000_000;

    private int echoesNeeded; // answered writes before a read may be sent; 0 when no read can be late
    private int echoesLate; // writes that were not answered in time and may still be
    private long echoMissedNanos;
    private long overNanos;

    /// A read may still be answered: it was not in time, or was asked on a line that is gone.
    void readMayBeLate(long nowNanos) {
        forgetOldEchoes(nowNanos);
        echoesNeeded = echoesLate + 1;
        overNanos = nowNanos + LATE_ANSWER_NANOS;
    }

    /// A write was not answered in time.
    void writeMayBeLate(long nowNanos) {
        forgetOldEchoes(nowNanos);
        echoesLate++;
        echoMissedNanos = nowNanos;
        if (echoesNeeded > 0) {
            echoesNeeded++;
        }
    }

    private void forgetOldEchoes(long nowNanos) {
        if (nowNanos - echoMissedNanos >= LATE_ANSWER_NANOS) {
            echoesLate = 0;
            echoesNeeded = Math.min(echoesNeeded, 1);
        }
    }

    /// A write was answered, as asked or by a refusal.
    void writeAnswered() {
        echoesNeeded = Math.max(0, echoesNeeded - 1);
    }

    /// Whether a write has to be answered before a read may be believed.
    boolean echoIsNeeded() {
        return echoesNeeded > 0;
    }

    /// Whether the time is over in which a read could still be answered: that does where nothing may be written.
    boolean areOver(long nowNanos) {
        return nowNanos - overNanos >= 0;
    }
}
