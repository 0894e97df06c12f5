package org.altercor.safety.supervise;

import org.altercor.hal.port.AlarmSignal;
import org.altercor.hal.port.DriveStatus;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// The supervisor's decisions: one pure step from inputs and state to a report.
///
/// It reads no clock and no port. The same step serves the thread, a replay, a second process and the specification
/// of a microcontroller. The state is the fields of this object, exchanged as a frame; the step allocates nothing.
public final class SupervisorCore implements Frame {
    /// Silence after which a witness of the control loop's death speaks: five control periods. Our own judgement.
    public static final long CONTROL_SILENCE_NANOS = 50_000_000;

    /// How long the control loop may be dead before the roles that stop lose their power. Its leases run out
    /// after 300 ms, and the drives go down on their ramps; what still turns now coasts, which is the quicker
    /// way. Our own judgement: the second within which a rig's own drives have to stop on silence.
    public static final long RUN_POWER_SILENCE_NANOS = 1_000_000_000;

    private final BeatWatch control = new BeatWatch(CONTROL_SILENCE_NANOS);
    private boolean everAlive;
    private long aliveNanos;

    /// Judges one cycle. Fills `report` completely.
    public void step(SupervisorInputs inputs, SafetyReport report) {
        if (inputs.controlReadable) {
            control.hear(inputs.control.beat, inputs.nowNanos);
        }
        boolean controlAlive = control.isAlive(inputs.nowNanos);

        if (controlAlive) {
            everAlive = true;
            aliveNanos = inputs.nowNanos;
        }

        report.nowNanos = inputs.nowNanos;
        report.controlAlive = controlAlive;
        report.runPower = everAlive && inputs.nowNanos - aliveNanos <= RUN_POWER_SILENCE_NANOS;
        report.signal = controlAlive ? AlarmSignal.SILENT : AlarmSignal.HIGH;
        for (int pump = 0; pump < report.limitRpm.length; pump++) {
            // A speed that is not known is not zero: what cannot be watched may not be started, nor raised.
            boolean speedIsKnown = inputs.speedRpm[pump].isUsable(inputs.nowNanos, SPEED_AGE_NANOS);
            report.limitRpm[pump] = Double.POSITIVE_INFINITY;
            report.mayStart[pump] = controlAlive && speedIsKnown;
            report.mayIncrease[pump] = controlAlive && speedIsKnown;
        }
        control.beat(report.beat, inputs.control.beat, inputs.nowNanos);
    }

    /// Oldest speed that still counts as known, for both loops: the bus thread's.
    public static final long SPEED_AGE_NANOS = DriveStatus.SPEED_AGE_NANOS;

    @Override
    public void exchange(FieldExchange fields) {
        fields.enter("control", 0);
        control.exchange(fields);
        fields.leave();
        everAlive = fields.flag("everAlive", everAlive);
        aliveNanos = fields.int64("aliveNanos", aliveNanos);
    }
}
