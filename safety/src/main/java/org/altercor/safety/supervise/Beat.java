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
    public int nonce;

    /// Number of the other side's beat that is answered here; 0 when none was heard yet.
    public long answeredCycle;

    /// [#answerTo] of that beat's nonce.
    public int answer;

    /// The challenge of beat `cycle`: any fixed function that does not repeat within a case will do. 32 bits, since
    /// each cycle of both loops stands in the journal: they repeat after eight months at 200 Hz.
    static int nonceOf(long cycle) {
        return mix((int) cycle + 0x9E3779B9);
    }

    /// The right answer to a challenge. Differs from the challenge, so that an echo is not an answer.
    static int answerTo(int nonce) {
        return mix(~nonce);
    }

    /// The 32-bit finaliser of MurmurHash3 (Appleby 2011): a bijection, so that two challenges never share an answer.
    private static int mix(int value) {
        int h = (value ^ (value >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }

    @Override
    public void exchange(FieldExchange fields) {
        cycle = fields.int64("cycle", cycle);
        nonce = fields.int32("nonce", nonce);
        answeredCycle = fields.int64("answeredCycle", answeredCycle);
        answer = fields.int32("answer", answer);
    }
}
