package org.altercor.controller.loop;

import org.altercor.hal.port.Reading;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.frame.ReadingFields;
import org.altercor.safety.supervise.SafetyReport;

/// Everything that may influence one control cycle, gathered before it. Nothing else does.
public final class ControlInputs implements Frame {
    /// Time of the cycle, read once.
    public long nowNanos;

    /// Whether a consistent safety report could be copied in this cycle.
    public boolean safetyReadable;

    /// The newest safety report, kept from the last cycle when no copy could be had.
    public final SafetyReport safety;

    /// Whether it was ever known what is asked: a consistent copy was had, or nobody had asked. Before that nothing
    /// tells an old request from a new one, and none is judged.
    public boolean requestsKnown;

    /// The newest requests, kept from the last cycle when no copy could be had.
    public final SpeedRequests requests;

    /// Speed of each pump as its drive measures it.
    public final Reading[] speedRpm;

    /// Whether each drive is kept at zero whatever it is asked: the supervisor stopped it, or it lost its motion and
    /// waits to be started anew.
    public final boolean[] keptAtZero;

    /// Whether each drive answers and has been told a speed since its link came up. A drive that has not is left as it
    /// is; but it is not started.
    public final boolean[] joined;

    /// @param pumps number of pumps of the machine
    public ControlInputs(int pumps) {
        safety = new SafetyReport(pumps);
        requests = new SpeedRequests(pumps);
        keptAtZero = new boolean[pumps];
        joined = new boolean[pumps];
        speedRpm = new Reading[pumps];
        for (int pump = 0; pump < pumps; pump++) {
            speedRpm[pump] = new Reading();
        }
    }

    @Override
    public void exchange(FieldExchange fields) {
        nowNanos = fields.int64("nowNanos", nowNanos);
        safetyReadable = fields.flag("safetyReadable", safetyReadable);
        fields.enter("safety", 0);
        safety.exchange(fields);
        fields.leave();
        requestsKnown = fields.flag("requestsKnown", requestsKnown);
        requests.exchange(fields);
        for (int pump = 0; pump < speedRpm.length; pump++) {
            ReadingFields.exchange(fields, "speedRpm", pump, speedRpm[pump]);
            fields.enter("drive", pump);
            keptAtZero[pump] = fields.flag("keptAtZero", keptAtZero[pump]);
            joined[pump] = fields.flag("joined", joined[pump]);
            fields.leave();
        }
    }
}
