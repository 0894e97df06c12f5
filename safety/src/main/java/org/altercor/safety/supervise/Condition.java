package org.altercor.safety.supervise;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// What one interlock looks for, judged once a cycle from one frame and from what this object remembers.
///
/// Pure: time stands in the frame. The state is the fields of the object, exchanged as a frame. Allocates nothing.
abstract class Condition implements Frame {
    /// When the newest evidence for the finding was measured: debounce counts time between distinct samples.
    private long evidenceNanos;

    /// Judges one frame.
    abstract Finding judge(SupervisorInputs inputs);

    /// When the newest evidence for the finding was measured.
    final long evidenceNanos() {
        return evidenceNanos;
    }

    /// Notes when the evidence of this cycle was measured.
    final void evidence(long nanos) {
        evidenceNanos = nanos;
    }

    @Override
    public void exchange(FieldExchange fields) {
        evidenceNanos = fields.int64("evidenceNanos", evidenceNanos);
    }
}
