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

    /// The challenge of beat `cycle`: any fixed function that does not repeat will do. This one (a Weyl sequence)
    /// goes on by even steps, as do the answers, so that the journal has next to nothing to keep of them.
    static long nonceOf(long cycle) {
        return cycle * 0x9E3779B97F4A7C15L;
    }

    /// The right answer to a challenge: a bijection, so that two challenges never share an answer. It is not the
    /// challenge itself, so that an echo is none.
    static long answerTo(long nonce) {
        return ~nonce * 0xD1342543DE82EF95L;
    }

    @Override
    public void exchange(FieldExchange fields) {
        cycle = fields.int64("cycle", cycle);
        nonce = fields.int64("nonce", nonce);
        answeredCycle = fields.int64("answeredCycle", answeredCycle);
        answer = fields.int64("answer", answer);
    }
}
