package org.altercor.safety.supervise;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// For how long something has held, in time between distinct samples: a sample that is seen again adds nothing.
final class Lasting implements Frame {
    private boolean holds;
    private long sinceNanos;

    /// Takes in one sample.
    ///
    /// @return whether it has held for `nanos`, from the first sample that said so to this one
    boolean lasts(boolean holdsNow, long sampledAtNanos, long nanos) {
        if (!holdsNow) {
            holds = false;
            return false;
        }
        if (!holds) {
            holds = true;
            sinceNanos = sampledAtNanos;
        }
        return sampledAtNanos - sinceNanos >= nanos;
    }

    @Override
    public void exchange(FieldExchange fields) {
        holds = fields.flag("holds", holds);
        sinceNanos = fields.int64("sinceNanos", sinceNanos);
    }
}
