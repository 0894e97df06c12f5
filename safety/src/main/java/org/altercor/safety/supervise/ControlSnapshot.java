package org.altercor.safety.supervise;

import java.util.Arrays;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// What the control loop says of itself, once a cycle. To the supervisor it is evidence, not truth.
///
/// Defined here, filled in by the control loop: the safer side owns the contract. Every array has one element for each
/// pump, in the machine's order. A bag without an invariant; owner: one thread.
public final class ControlSnapshot implements Frame {
    public final Beat beat = new Beat();

    /// Time of the cycle.
    public long nowNanos;

    /// Whether the supervisor is alive, as the control loop sees it.
    public boolean supervisorAlive;

    /// How each pump is turned.
    public final PumpMode[] mode;

    /// Speed asked of each drive in this cycle, after ramp and permits, in rpm.
    public final double[] commandedRpm;

    /// Speed each pump is ramping to, in rpm.
    public final double[] targetRpm;

    /// Flow asked of each pump, in mL/min; NaN in a mode that is not told a flow.
    public final double[] setFlowMlPerMin;

    /// Beats per minute asked of each pump; NaN in a mode that is told none.
    public final double[] setRatePerMin;

    /// Share of a beat that is its pulse, in percent, as asked of each pump; NaN in a mode that is told none.
    public final double[] setWidthPercent;

    /// Flow between pulses, in percent of the mean, as asked of each pump; NaN in a mode that is told none.
    public final double[] setBasePercent;

    /// Parts of the leader's flow to one part of each pump's own, as asked; NaN in a mode that is told none.
    public final double[] setRatio;

    /// Flow of each pump by its measured speed and its stroke volume, in mL/min; NaN when speed or stroke volume is
    /// not known (a centrifugal head has none).
    public final double[] computedFlowMlPerMin;

    /// What each pump has delivered by that flow since it was started last, in mL; NaN for a head without a stroke
    /// volume.
    public final double[] deliveredMl;

    /// Whether the head of each pump turns as it is asked and moves nothing; of centrifugal heads only.
    public final boolean[] isDeprimed;

    /// Highest speed that all limits together leave, in rpm.
    public final double[] ceilingRpm;

    /// Whose limit that is, while it keeps the pump below what was asked.
    public final Limiter[] limiter;

    /// Number of the newest request judged for each pump; 0 when there was none.
    public final long[] requestId;

    /// What became of it.
    public final Answer[] answer;

    /// What goes with the answer: the bound that was broken, in the unit of the request; NaN when there is none.
    public final double[] answerDetail;

    /// @param pumps number of pumps of the machine
    public ControlSnapshot(int pumps) {
        mode = new PumpMode[pumps];
        Arrays.fill(mode, PumpMode.STOPPED);
        commandedRpm = new double[pumps];
        targetRpm = new double[pumps];
        setFlowMlPerMin = nan(pumps);
        setRatePerMin = nan(pumps);
        setWidthPercent = nan(pumps);
        setBasePercent = nan(pumps);
        setRatio = nan(pumps);
        computedFlowMlPerMin = nan(pumps);
        deliveredMl = new double[pumps];
        isDeprimed = new boolean[pumps];
        ceilingRpm = new double[pumps];
        limiter = new Limiter[pumps];
        Arrays.fill(limiter, Limiter.NONE);
        requestId = new long[pumps];
        answer = new Answer[pumps];
        Arrays.fill(answer, Answer.NONE);
        answerDetail = nan(pumps);
    }

    private static double[] nan(int pumps) {
        var values = new double[pumps];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    @Override
    public void exchange(FieldExchange fields) {
        fields.part("beat", beat);
        nowNanos = fields.int64("nowNanos", nowNanos);
        supervisorAlive = fields.flag("supervisorAlive", supervisorAlive);
        for (int pump = 0; pump < commandedRpm.length; pump++) {
            fields.enter("pump", pump);
            mode[pump] = PumpMode.ofCode(fields.int8("mode", mode[pump].code()));
            commandedRpm[pump] = fields.float64("commandedRpm", commandedRpm[pump]);
            targetRpm[pump] = fields.float64("targetRpm", targetRpm[pump]);
            setFlowMlPerMin[pump] = fields.float64("setFlowMlPerMin", setFlowMlPerMin[pump]);
            setRatePerMin[pump] = fields.float64("setRatePerMin", setRatePerMin[pump]);
            setWidthPercent[pump] = fields.float64("setWidthPercent", setWidthPercent[pump]);
            setBasePercent[pump] = fields.float64("setBasePercent", setBasePercent[pump]);
            setRatio[pump] = fields.float64("setRatio", setRatio[pump]);
            computedFlowMlPerMin[pump] = fields.float64("computedFlowMlPerMin", computedFlowMlPerMin[pump]);
            deliveredMl[pump] = fields.float64("deliveredMl", deliveredMl[pump]);
            isDeprimed[pump] = fields.flag("isDeprimed", isDeprimed[pump]);
            ceilingRpm[pump] = fields.float64("ceilingRpm", ceilingRpm[pump]);
            limiter[pump] = Limiter.ofCode(fields.int8("limiter", limiter[pump].code()));
            requestId[pump] = fields.int64("requestId", requestId[pump]);
            answer[pump] = Answer.ofCode(fields.int8("answer", answer[pump].code()));
            answerDetail[pump] = fields.float64("answerDetail", answerDetail[pump]);
            fields.leave();
        }
    }
}
