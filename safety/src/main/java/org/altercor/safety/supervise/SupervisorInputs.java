package org.altercor.safety.supervise;

import org.altercor.hal.port.Reading;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.frame.ReadingFields;

/// Everything that may influence one supervisor cycle, gathered before it. Nothing else does.
public final class SupervisorInputs implements Frame {
    /// Time of the cycle, read once.
    public long nowNanos;

    /// Whether a consistent control snapshot could be copied in this cycle.
    public boolean controlReadable;

    /// The newest control snapshot, kept from the last cycle when no copy could be had.
    public final ControlSnapshot control;

    /// Speed of each pump as its drive measures it, copied by the supervisor itself.
    public final Reading[] speedRpm;

    /// @param pumps number of pumps of the machine
    public SupervisorInputs(int pumps) {
        control = new ControlSnapshot(pumps);
        speedRpm = new Reading[pumps];
        for (int pump = 0; pump < pumps; pump++) {
            speedRpm[pump] = new Reading();
        }
    }

    @Override
    public void exchange(FieldExchange fields) {
        nowNanos = fields.int64("nowNanos", nowNanos);
        controlReadable = fields.flag("controlReadable", controlReadable);
        fields.enter("control", 0);
        control.exchange(fields);
        fields.leave();
        for (int pump = 0; pump < speedRpm.length; pump++) {
            ReadingFields.exchange(fields, "speedRpm", pump, speedRpm[pump]);
        }
    }
}
