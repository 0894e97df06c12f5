package org.altercor.safety.supervise;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// One heartbeat with a challenge in it, and the answer to the other side's newest challenge.
///
/// A thread that is stuck while something still republishes its last words cannot answer a challenge it has not read.
/// A bag without an invariant; owner: one thread.
public final class Beat implements Frame {
    /// Number of this beat since start; 0 before the first.
    public long cycle;

    /// The challenge.
    public long nonce;

    /// Number of the other side's beat that is answered here; 0 when none was heard yet.
    public long answeredCycle;

    /// [#answerTo] of that beat's nonce.
    public long answer;

    /// The challenge of beat `cycle`: any fixed function that does not repeat will do.
    static long nonceOf(long cycle) {
        return mix(cycle + 0x9E3779B97F4A7C15L);
    }

    /// The right answer to a challenge. Differs from the challenge, so that an echo is not an answer.
    static long answerTo(long nonce) {
        return mix(~nonce);
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): a bijection, so that two challenges never share an
    /// answer.
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public void exchange(FieldExchange fields) {
        cycle = fields.int64("cycle", cycle);
        nonce = fields.int64("nonce", nonce);
        answeredCycle = fields.int64("answeredCycle", answeredCycle);
        answer = fields.int64("answer", answer);
    }
}
