package org.altercor.safety.supervise;

import org.altercor.hal.port.AlarmSignal;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// What the supervisor decided, once a cycle: its heartbeat, what its outputs are to do, and the permits of each
/// pump.
///
/// A new report permits nothing and sounds the alarm. A bag without an invariant; owner: one thread.
public final class SafetyReport implements Frame {
    public final Beat beat = new Beat();

    /// Time of the cycle.
    public long nowNanos;

    /// Whether the control loop is alive, as the supervisor sees it.
    public boolean controlAlive;

    /// Whether the drives of roles that stop have run power.
    public boolean runPower;

    /// What sounds and is lit.
    public AlarmSignal signal = AlarmSignal.HIGH;

    /// Highest magnitude of speed permitted to each pump, in rpm; infinite when there is no limit but the pump's
    /// own.
    public final double[] limitRpm;

    /// Whether each pump may be started from standstill.
    public final boolean[] mayStart;

    /// Whether the speed of each pump may be raised.
    public final boolean[] mayIncrease;

    /// @param pumps number of pumps of the machine
    public SafetyReport(int pumps) {
        limitRpm = new double[pumps];
        mayStart = new boolean[pumps];
        mayIncrease = new boolean[pumps];
    }

    @Override
    public void exchange(FieldExchange fields) {
        fields.enter("beat", 0);
        beat.exchange(fields);
        fields.leave();
        nowNanos = fields.int64("nowNanos", nowNanos);
        controlAlive = fields.flag("controlAlive", controlAlive);
        runPower = fields.flag("runPower", runPower);
        signal = AlarmSignal.ofCode(fields.int8("signal", signal.code()));
        for (int pump = 0; pump < limitRpm.length; pump++) {
            fields.enter("pump", pump);
            limitRpm[pump] = fields.float64("limitRpm", limitRpm[pump]);
            mayStart[pump] = fields.flag("mayStart", mayStart[pump]);
            mayIncrease[pump] = fields.flag("mayIncrease", mayIncrease[pump]);
            fields.leave();
        }
    }
}
