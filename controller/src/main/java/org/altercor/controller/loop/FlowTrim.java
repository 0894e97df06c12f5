package org.altercor.controller.loop;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// Flow of a centrifugal head by its probe: a feed-forward from the set flow, then a slow PI law.
///
/// The law is in its velocity form: each new sample moves the speed from where it is, so that it neither winds up
/// against a limit nor bumps when it begins. Pure; the state is exchanged as a frame; allocates nothing.
final class FlowTrim implements Frame {
    /// Pressure that a head works against for each mL/min of an adult circuit, for the feed-forward only. Our own
    /// judgement: 79 mmHg/(L/min) with a small cannula at 4 L/min [D], half of it with a usual one.
    static final double CIRCUIT_MMHG_PER_ML_PER_MIN = 0.040;

    /// A step of flow error moves the speed by this. Lambda tuning gives 0.1 to 0.19 rpm/(mL/min) [D]; half of that
    /// leaves the heartbeat alone (J).
    private static final double RPM_PER_ML_PER_MIN = 0.05;

    /// A lasting flow error moves the speed by this each second: some 2 mL/min go with a rpm [D], so that it takes
    /// 3 s. Our own judgement.
    private static final double RPM_PER_SECOND_PER_ML_PER_MIN = 0.15;

    /// Farthest it may go above the feed-forward. Our own judgement: a line that needs more is not an open one.
    private static final double FARTHEST_RPM = 1_000;

    /// Nearer than this share the set flow counts as reached. Our own judgement.
    private static final double REACHED_SHARE = 0.9;

    /// A longer gap between two samples counts as this long.
    private static final double LONGEST_GAP_SECONDS = 0.5;

    private final double shutOffMmHgPerRpm2;
    private final double highestRpm;
    private double targetRpm;
    private double setMlPerMin;
    private double errorMlPerMin = Double.NaN;
    private long sampledAtNanos;
    private boolean isFed;
    private boolean hasArrived;

    FlowTrim(ControlledPump.Head.Centrifugal head, double highestRpm) {
        shutOffMmHgPerRpm2 = head.shutOffMmHgPerRpm2();
        this.highestRpm = highestRpm;
    }

    /// A flow is asked for: of a standing head from the feed-forward on, of a turning one from its speed on.
    void begin(PumpNow now, double mlPerMin) {
        setMlPerMin = mlPerMin;
        targetRpm = now.commandedRpm;
        isFed = now.commandedRpm >= SpeedLaw.STANDSTILL_RPM && !now.isLineShut;
        sampledAtNanos = now.flowSampledAtNanos;
        errorMlPerMin = Double.NaN;
        hasArrived = false;
    }

    /// Speed that gives the flow, after this cycle.
    ///
    /// @param floorRpm speed below which the line may run backwards
    double rpm(PumpNow now, double mlPerMin, double floorRpm) {
        double fedRpm = fedRpm(mlPerMin);
        if (!isFed) {
            targetRpm = Math.max(fedRpm, floorRpm);
            isFed = !now.isLineShut && now.commandedRpm >= Math.min(targetRpm, highestRpm);
            sampledAtNanos = now.flowSampledAtNanos;
        } else {
            targetRpm = now.isHeldBack ? Math.min(targetRpm, now.commandedRpm) : targetRpm;
            targetRpm += fedRpm - fedRpm(setMlPerMin);
        }
        hasArrived &= mlPerMin <= setMlPerMin;
        setMlPerMin = mlPerMin;
        if (isFed && !Double.isNaN(now.flowMlPerMin) && now.flowSampledAtNanos - sampledAtNanos > 0) {
            follow(now.flowMlPerMin, now.flowSampledAtNanos);
        }
        double highRpm = Math.min(fedRpm + FARTHEST_RPM, highestRpm);
        targetRpm = Math.clamp(targetRpm, Math.min(floorRpm, highRpm), highRpm);
        return targetRpm;
    }

    private void follow(double mlPerMin, long sampleNanos) {
        double seconds = Math.clamp((sampleNanos - sampledAtNanos) / 1e9, 0, LONGEST_GAP_SECONDS);
        double missingMlPerMin = setMlPerMin - mlPerMin;
        double changeMlPerMin = Double.isNaN(errorMlPerMin) ? 0 : missingMlPerMin - errorMlPerMin;
        targetRpm += changeMlPerMin * RPM_PER_ML_PER_MIN + missingMlPerMin * RPM_PER_SECOND_PER_ML_PER_MIN * seconds;
        errorMlPerMin = missingMlPerMin;
        sampledAtNanos = sampleNanos;
        hasArrived |= mlPerMin >= REACHED_SHARE * setMlPerMin;
    }

    private double fedRpm(double mlPerMin) {
        double mmHg = HoldingSpeed.UNKNOWN_MMHG + CIRCUIT_MMHG_PER_ML_PER_MIN * mlPerMin;
        return Math.min(StrictMath.sqrt(mmHg / shutOffMmHgPerRpm2), highestRpm);
    }

    /// What has been reached of the set flow: all of it, once it was there.
    double reachedMlPerMin(PumpNow now) {
        boolean isForward = now.flowMlPerMin > 0; // false when it is not known
        return hasArrived ? setMlPerMin : isForward ? now.flowMlPerMin : 0;
    }

    @Override
    public void exchange(FieldExchange fields) {
        targetRpm = fields.float64("targetRpm", targetRpm);
        setMlPerMin = fields.float64("setMlPerMin", setMlPerMin);
        errorMlPerMin = fields.float64("errorMlPerMin", errorMlPerMin);
        sampledAtNanos = fields.int64("sampledAtNanos", sampledAtNanos);
        isFed = fields.flag("isFed", isFed);
        hasArrived = fields.flag("hasArrived", hasArrived);
    }
}
