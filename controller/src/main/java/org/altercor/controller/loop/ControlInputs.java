package org.altercor.controller.loop;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Observation;
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
    public final PumpRequests requests;

    /// Drives and sensors, copied by the control loop itself.
    public final Observation seen;

    /// @param layout of the machine
    /// @param safety of the shape that its supervisor publishes
    public ControlInputs(MachineLayout layout, SafetyReport safety) {
        this.safety = safety;
        requests = new PumpRequests(layout.pumps().size());
        seen = new Observation(layout);
    }

    @Override
    public void exchange(FieldExchange fields) {
        nowNanos = fields.int64("nowNanos", nowNanos);
        safetyReadable = fields.flag("safetyReadable", safetyReadable);
        fields.part("safety", safety);
        requestsKnown = fields.flag("requestsKnown", requestsKnown);
        requests.exchange(fields);
        seen.exchange(fields);
    }
}
