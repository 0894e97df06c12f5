package org.altercor.safety.supervise;

import org.altercor.safety.frame.FieldExchange;

/// Flow towards the reservoir: a little for a while, or much for a moment.
final class BackflowCondition extends Condition {
    /// Backflow that is judged sooner, in mL/min, and how soon. From safety 3.1 (J).
    private static final double QUICK_ML_PER_MIN = -500;

    private static final long QUICK_NANOS = 50_000_000;

    /// How long blood must flow backwards through a roller, which lets through only what leaks past it. Our own
    /// judgement: longer than a heartbeat, which moves the blood in a line that is shut.
    static final long LEAK_NANOS = 2_000_000_000;

    private final Sensed flow;
    private final double limitMlPerMin;
    private final long limitNanos;
    private final long quickNanos;
    private final Lasting little = new Lasting();
    private final Lasting much = new Lasting();

    /// @param limitMlPerMin negative
    /// @param limitNanos    how long a little must flow; from [#LEAK_NANOS] on, much has no shorter time
    BackflowCondition(Sensed flow, double limitMlPerMin, long limitNanos) {
        this.flow = flow;
        this.limitMlPerMin = limitMlPerMin;
        this.limitNanos = limitNanos;
        quickNanos = limitNanos < LEAK_NANOS ? QUICK_NANOS : LEAK_NANOS;
    }

    @Override
    Finding judge(SupervisorInputs inputs) {
        double mlPerMin = flow.known(inputs);
        if (Double.isNaN(mlPerMin)) {
            return Finding.UNKNOWN;
        }
        long sampledAtNanos = flow.sampledAtNanos(inputs);
        evidence(sampledAtNanos);
        boolean lasts = little.lasts(mlPerMin < limitMlPerMin, sampledAtNanos, limitNanos);
        boolean isQuick = much.lasts(mlPerMin < QUICK_ML_PER_MIN, sampledAtNanos, quickNanos);
        return lasts || isQuick ? Finding.PRESENT : Finding.CLEAR;
    }

    @Override
    public void exchange(FieldExchange fields) {
        super.exchange(fields);
        fields.part("little", little);
        fields.part("much", much);
    }
}
