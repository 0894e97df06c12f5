package org.altercor.safety.supervise;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// One side's half of the mutual heartbeat: it issues challenges, and judges whether the other side is alive.
///
/// A false verdict of death is itself a hazard (a recall followed from one after 66 complaints [H4]), so two witnesses
/// must agree: the other side's counter stands still *and* its answers have grown old. A side that was never heard is
/// not alive. Part of the recorded state; owner: one thread; allocates nothing.
public final class BeatWatch implements Frame {
    /// Challenges remembered, so that an answer can be dated. At 200 Hz this is 320 ms. A power of two.
    private static final int REMEMBERED = 64;

    private final long limitNanos;
    private final long[] issuedAtNanos = new long[REMEMBERED];
    private long issued;
    private long heardCycle;
    private long advancedAtNanos;
    private boolean everAdvanced;
    private long answeredIssueNanos;
    private boolean everAnswered;

    /// @param limitNanos silence after which a witness speaks
    public BeatWatch(long limitNanos) {
        this.limitNanos = limitNanos;
    }

    /// Takes in the other side's newest beat. Not calling it (unreadable) lets both witnesses grow old.
    public void hear(Beat theirs, long nowNanos) {
        if (theirs.cycle != heardCycle) {
            heardCycle = theirs.cycle;
            advancedAtNanos = nowNanos;
            everAdvanced = true;
        }
        long beatsAgo = issued - theirs.answeredCycle;
        boolean dated = theirs.answeredCycle > 0 && beatsAgo >= 0 && beatsAgo < REMEMBERED;
        if (dated && theirs.answer == Beat.answerTo(Beat.nonceOf(theirs.answeredCycle))) {
            answeredIssueNanos = issuedAtNanos[slot(theirs.answeredCycle)];
            everAnswered = true;
        }
    }

    /// Issues the next challenge into `mine`, and answers `theirs` in it.
    public void beat(Beat mine, Beat theirs, long nowNanos) {
        issued++;
        issuedAtNanos[slot(issued)] = nowNanos;
        mine.cycle = issued;
        mine.nonce = Beat.nonceOf(issued);
        mine.answeredCycle = theirs.cycle;
        mine.answer = Beat.answerTo(theirs.nonce);
    }

    /// Whether the other side is alive: at least one witness says so, and both have spoken before.
    public boolean isAlive(long nowNanos) {
        return everAdvanced && everAnswered && (isAdvancing(nowNanos) || isAnswering(nowNanos));
    }

    /// First witness: the other side's counter moved within the limit.
    boolean isAdvancing(long nowNanos) {
        return everAdvanced && nowNanos - advancedAtNanos <= limitNanos;
    }

    /// Second witness: a challenge issued within the limit was answered rightly.
    boolean isAnswering(long nowNanos) {
        return everAnswered && nowNanos - answeredIssueNanos <= limitNanos;
    }

    private static int slot(long cycle) {
        return (int) (cycle & (REMEMBERED - 1));
    }

    @Override
    public void exchange(FieldExchange fields) {
        issued = fields.int64("issued", issued);
        heardCycle = fields.int64("heardCycle", heardCycle);
        advancedAtNanos = fields.int64("advancedAtNanos", advancedAtNanos);
        everAdvanced = fields.flag("everAdvanced", everAdvanced);
        answeredIssueNanos = fields.int64("answeredIssueNanos", answeredIssueNanos);
        everAnswered = fields.flag("everAnswered", everAnswered);
        for (int i = 0; i < REMEMBERED; i++) {
            fields.enter("issuedAt", i);
            issuedAtNanos[i] = fields.int64("nanos", issuedAtNanos[i]);
            fields.leave();
        }
    }
}
