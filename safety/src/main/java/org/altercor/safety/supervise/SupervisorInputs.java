package org.altercor.safety.supervise;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Observation;

/// Everything that may influence one supervisor cycle, gathered before it. Nothing else does.
public final class SupervisorInputs implements Frame {
    /// Time of the cycle, read once.
    public long nowNanos;

    /// Whether a consistent control snapshot could be copied in this cycle.
    public boolean controlReadable;

    /// The newest control snapshot, kept from the last cycle when no copy could be had.
    public final ControlSnapshot control;

    /// Drives and sensors, copied by the supervisor itself.
    public final Observation seen;

    /// What its outputs say of themselves.
    public final OutputsLook outputs;

    /// Whether it was ever known what the operator ordered: a consistent copy was had, or nobody had ordered.
    public boolean ordersKnown;

    /// The newest orders, kept from the last cycle when no copy could be had.
    public final OperatorOrders orders;

    /// Inputs of the shape of a machine; nothing is known.
    ///
    /// @param settings number of its setting slots
    public SupervisorInputs(MachineLayout layout, int settings) {
        control = new ControlSnapshot(layout.pumps().size());
        seen = new Observation(layout);
        outputs = new OutputsLook(layout);
        orders = new OperatorOrders(layout.pumps().size(), settings);
    }

    @Override
    public void exchange(FieldExchange fields) {
        nowNanos = fields.int64("nowNanos", nowNanos);
        controlReadable = fields.flag("controlReadable", controlReadable);
        fields.part("control", control);
        seen.exchange(fields);
        outputs.exchange(fields);
        ordersKnown = fields.flag("ordersKnown", ordersKnown);
        orders.exchange(fields);
    }
}
