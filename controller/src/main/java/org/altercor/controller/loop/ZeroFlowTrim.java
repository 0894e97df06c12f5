package org.altercor.controller.loop;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// What the flow probe adds to the speed that holds a line, slowly: it aims at the middle of the band that counts as
/// zero flow, and leaves alone what may be the probe's own error.
///
/// Without a probe it stays at what it found. Pure; the state is exchanged as a frame; allocates nothing.
final class ZeroFlowTrim implements Frame {
    /// What a clamp-on probe may be off at zero flow, in mL/min: 30 to 60 [U].
    static final double ZERO_ERROR_ML_PER_MIN = 60;

    /// Farthest it may go: what holds some 30 mmHg around 2,000 rpm. Our own judgement.
    static final double FARTHEST_RPM = 250;

    /// Some 5 mL/min go with a rpm near zero flow, so that it finds its way in 10 s. Our own judgement.
    private static final double RPM_PER_SECOND_PER_ML_PER_MIN = 0.02;

    /// More forward flow than this is not trimmed any faster: the line is still slowing down. Our own judgement.
    private static final double MOST_FORWARD_ML_PER_MIN = 200;

    /// Time constant of the mean flow: some heartbeats. Our own judgement.
    private static final double MEAN_SECONDS = 2;

    /// A longer gap between two samples counts as this long.
    private static final double LONGEST_GAP_SECONDS = 1;

    private final double aimMlPerMin;
    private double trimRpm;
    private double meanMlPerMin = Double.NaN;
    private long sampledAtNanos;

    ZeroFlowTrim(ControlledPump.Head.Centrifugal head) {
        aimMlPerMin = (head.bandLowMlPerMin() + head.bandHighMlPerMin()) / 2;
    }

    /// Nothing is known of this line.
    void begin() {
        trimRpm = 0;
        meanMlPerMin = Double.NaN;
    }

    /// What it adds, after this cycle. Behind a shut clamp it adds nothing.
    double rpm(PumpNow now) {
        if (now.isLineShut) {
            begin();
        } else if (!Double.isNaN(now.flowMlPerMin) && now.flowSampledAtNanos - sampledAtNanos > 0) {
            follow(now.flowMlPerMin, now.flowSampledAtNanos);
        }
        return trimRpm;
    }

    private void follow(double mlPerMin, long sampleNanos) {
        double seconds = Math.clamp((sampleNanos - sampledAtNanos) / 1e9, 0, LONGEST_GAP_SECONDS);
        sampledAtNanos = sampleNanos;
        if (Double.isNaN(meanMlPerMin)) {
            meanMlPerMin = mlPerMin;
            return;
        }
        meanMlPerMin += (mlPerMin - meanMlPerMin) * Math.min(seconds / MEAN_SECONDS, 1);
        double missingMlPerMin = Math.max(aimMlPerMin - meanMlPerMin, -MOST_FORWARD_ML_PER_MIN);
        double creditedMlPerMin =
                missingMlPerMin - Math.clamp(missingMlPerMin, -ZERO_ERROR_ML_PER_MIN, ZERO_ERROR_ML_PER_MIN);
        trimRpm = Math.clamp(
                trimRpm + creditedMlPerMin * RPM_PER_SECOND_PER_ML_PER_MIN * seconds, -FARTHEST_RPM, FARTHEST_RPM);
    }

    @Override
    public void exchange(FieldExchange fields) {
        trimRpm = fields.float64("trimRpm", trimRpm);
        meanMlPerMin = fields.float64("meanMlPerMin", meanMlPerMin);
        sampledAtNanos = fields.int64("sampledAtNanos", sampledAtNanos);
    }
}
