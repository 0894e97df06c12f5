package org.altercor.controller.loop;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// The newest speed request for each pump. A request is new when its number differs from the one judged last.
///
/// A bag without an invariant: what it asks for is judged by the control loop at a cycle boundary. Owner: one thread.
public final class SpeedRequests implements Frame {
    /// Number of the newest request for each pump; 0 when there was none.
    public final long[] id;

    /// Speed asked for, in rpm; 0 asks for standstill.
    public final double[] speedRpm;

    /// @param pumps number of pumps of the machine
    public SpeedRequests(int pumps) {
        id = new long[pumps];
        speedRpm = new double[pumps];
    }

    @Override
    public void exchange(FieldExchange fields) {
        for (int pump = 0; pump < id.length; pump++) {
            fields.enter("request", pump);
            id[pump] = fields.int64("id", id[pump]);
            speedRpm[pump] = fields.float64("speedRpm", speedRpm[pump]);
            fields.leave();
        }
    }
}
