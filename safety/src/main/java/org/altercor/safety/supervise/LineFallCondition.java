package org.altercor.safety.supervise;

import org.altercor.safety.frame.FieldExchange;

/// Line pressure that falls by more than half though the pump was not slowed down: the line came off, or the cannula
/// came out.
///
/// The pressure is compared with its own mean of the last second, and the speed with its own: a pump that is slowed
/// down, or pulses, takes its pressure with it. The speed is the smaller of what is asked and what the shaft does: a
/// pump that speeds up is asked first, and one that slows down is seen last. A clamp that opens lets the pressure of
/// the line behind it in: the comparison starts when it is open.
final class LineFallCondition extends Condition {
    /// Time constant of both means. Our own judgement: ten times the debounce, so that a fall is seen for long
    /// enough, and short beside what changes a patient's resistance.
    private static final double MEAN_SECONDS = 1;

    /// A mean below this has nowhere to fall to. Our own judgement: a line that feeds a patient has more.
    private static final double SMALLEST_MEAN_MMHG = 60;

    /// Share of the mean that a sudden fall leaves. From safety row I5c (J).
    private static final double FALL_SHARE = 0.5;

    /// Share of its mean above which the speed counts as kept. Our own judgement.
    private static final double KEPT_SHARE = 0.8;

    private final Sensed pressure;
    private final WatchedPump pump;
    private double meanMmHg = Double.NaN;
    private double meanRpm = Double.NaN;
    private long lastSampleNanos;

    LineFallCondition(Sensed pressure, WatchedPump pump) {
        this.pressure = pressure;
        this.pump = pump;
    }

    @Override
    Finding judge(SupervisorInputs inputs) {
        double mmHg = pressure.known(inputs);
        double rpm = speedRpm(inputs);
        if (Double.isNaN(mmHg)) {
            meanMmHg = Double.NaN; // what it was before the gap says nothing of the time after
            return Finding.UNKNOWN;
        }
        long sampledAtNanos = pressure.sampledAtNanos(inputs);
        evidence(sampledAtNanos);
        if (Double.isNaN(meanMmHg) || isClamped(inputs)) {
            meanMmHg = mmHg;
            meanRpm = rpm;
        } else {
            double share = Math.clamp((sampledAtNanos - lastSampleNanos) / 1e9 / MEAN_SECONDS, 0, 1);
            meanMmHg += share * (mmHg - meanMmHg);
            meanRpm += share * (rpm - meanRpm);
        }
        lastSampleNanos = sampledAtNanos;
        boolean isKept = rpm > 0 && rpm >= KEPT_SHARE * meanRpm;
        boolean hasFallen = meanMmHg > SMALLEST_MEAN_MMHG && mmHg < FALL_SHARE * meanMmHg;
        return isKept && hasFallen ? Finding.PRESENT : Finding.CLEAR;
    }

    private double speedRpm(SupervisorInputs inputs) {
        double askedRpm = Math.abs(inputs.seen.drives[pump.index()].busRpm);
        double shaftRpm = Math.abs(pump.shaftRpm(inputs));
        return shaftRpm < askedRpm ? shaftRpm : askedRpm;
    }

    private boolean isClamped(SupervisorInputs inputs) {
        if (!pump.hasClamp()) {
            return false;
        }
        ClampLook clamp = inputs.outputs.clamps[pump.clamp()];
        return clamp.isKnown(inputs.nowNanos) && !clamp.isOpen(inputs.nowNanos);
    }

    @Override
    public void exchange(FieldExchange fields) {
        super.exchange(fields);
        meanMmHg = fields.float64("meanMmHg", meanMmHg);
        meanRpm = fields.float64("meanRpm", meanRpm);
        lastSampleNanos = fields.int64("lastSampleNanos", lastSampleNanos);
    }
}
