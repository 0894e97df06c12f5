package org.altercor.safety.supervise;

import org.altercor.safety.frame.FieldExchange;

/// A clamp that is not where it was told to be, or a flow that says so.
final class ClampCondition extends Condition {
    /// Flow through a line that is shut, in mL/min, and for how long. Our own judgement: three times the zero error
    /// of a probe, for longer than its window.
    private static final double LEAK_ML_PER_MIN = 300;

    private static final long LEAK_NANOS = 500_000_000;

    private final int clamp;
    private final long travelNanos;
    private final PumpGuard guard;
    private final Sensed flow;
    private final Lasting leaks = new Lasting();
    private boolean toldShut;
    private long toldAtNanos;
    private boolean isTold;

    /// @param travelNanos time in which the clamp shuts
    /// @param guard       tells the clamp where to be
    ClampCondition(int clamp, long travelNanos, PumpGuard guard, Sensed flow) {
        this.clamp = clamp;
        this.travelNanos = travelNanos;
        this.guard = guard;
        this.flow = flow;
    }

    @Override
    Finding judge(SupervisorInputs inputs) {
        if (guard.tellsClamp() && (!isTold || guard.shutsClamp() != toldShut)) {
            isTold = true;
            toldShut = guard.shutsClamp();
            toldAtNanos = inputs.nowNanos;
        }
        ClampLook look = inputs.outputs.clamps[clamp];
        if (!look.isKnown(inputs.nowNanos)) {
            return Finding.UNKNOWN;
        }
        evidence(look.closedPercent.sampledAtNanos());
        boolean isThere = toldShut ? look.isShut(inputs.nowNanos) : look.isOpen(inputs.nowNanos);
        boolean hasArrived = isTold && inputs.nowNanos - toldAtNanos > travelNanos;
        double mlPerMin = flow.known(inputs);
        boolean flows = toldShut && hasArrived && Math.abs(mlPerMin) > LEAK_ML_PER_MIN;
        boolean isBelied = leaks.lasts(flows, flow.exists() ? flow.sampledAtNanos(inputs) : 0, LEAK_NANOS);
        return (hasArrived && !isThere) || isBelied ? Finding.PRESENT : Finding.CLEAR;
    }

    @Override
    public void exchange(FieldExchange fields) {
        super.exchange(fields);
        fields.part("leaks", leaks);
        toldShut = fields.flag("toldShut", toldShut);
        toldAtNanos = fields.int64("toldAtNanos", toldAtNanos);
        isTold = fields.flag("isTold", isTold);
    }
}
