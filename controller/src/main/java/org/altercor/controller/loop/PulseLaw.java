package org.altercor.controller.loop;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// Pulses of a roller: a mean flow, carried in beats.
///
/// ```
/// peak      ╱────╲              peak = mean · (1 - base · (1 - width)) / width
///          ╱      ╲
/// base ───╱        ╲──────      the ramp rises and falls alike, so that the mean is kept
///         │ width  │
///         └───── one beat ─────
/// ```
///
/// Pure; the state is exchanged as a frame; allocates nothing.
final class PulseLaw implements Frame {
    /// What rate, width and base may be: what consoles of the trade offer [GFK]. A base below a tenth would let the
    /// head stand between the pulses, and start it again with each (J).
    static final double SLOWEST_PER_MIN = 30;

    static final double FASTEST_PER_MIN = 120;
    static final double NARROWEST_PERCENT = 20;
    static final double WIDEST_PERCENT = 80;
    static final double LOWEST_BASE_PERCENT = 10;
    static final double HIGHEST_BASE_PERCENT = 100;

    private static final double NANOS_PER_MIN = 60e9;

    private final double strokeMl;
    private double ratePerMin = Double.NaN;
    private double widthPercent = Double.NaN;
    private double basePercent = Double.NaN;
    private double peakRpm;
    private double baseRpm;
    private long beatNanos = 1;
    private long pulseNanos;
    private long beganNanos;

    /// @param strokeMl volume of a turn in mL
    PulseLaw(double strokeMl) {
        this.strokeMl = strokeMl;
    }

    /// Flow at the peak of a pulse, in mL/min, that makes the mean what it is.
    static double peakMlPerMin(double meanMlPerMin, double widthPercent, double basePercent) {
        double width = widthPercent / 100;
        return meanMlPerMin * (1 - basePercent / 100 * (1 - width)) / width;
    }

    /// Highest peak in mL/min that a ramp reaches from the base within a pulse, and comes down from between two.
    static double reachableMlPerMin(
            double baseMlPerMin, double ratePerMin, double widthPercent, double rampMlPerMinPerSecond) {
        double share = Math.min(widthPercent, 100 - widthPercent) / 100;
        return baseMlPerMin + rampMlPerMinPerSecond * share * 60 / ratePerMin;
    }

    /// Pulses from now on. What is asked was judged.
    ///
    /// Beats of the same rate go on as they were: whoever turns a knob would else begin a beat with each detent,
    /// and stay at the peak for as long as it is turned.
    ///
    /// @param goesOn whether it pulses already
    void begin(long nowNanos, PumpRequests asked, int pump, boolean goesOn) {
        if (!goesOn || asked.ratePerMin[pump] != ratePerMin) {
            beganNanos = nowNanos;
        }
        ratePerMin = asked.ratePerMin[pump];
        widthPercent = asked.widthPercent[pump];
        basePercent = asked.basePercent[pump];
        double meanMlPerMin = asked.flowMlPerMin[pump];
        peakRpm = peakMlPerMin(meanMlPerMin, widthPercent, basePercent) / strokeMl;
        baseRpm = meanMlPerMin * basePercent / 100 / strokeMl;
        beatNanos = Math.round(NANOS_PER_MIN / ratePerMin);
        pulseNanos = Math.round(beatNanos * widthPercent / 100);
    }

    /// Speed to ramp to in this cycle.
    double rpm(long nowNanos) {
        return Math.floorMod(nowNanos - beganNanos, beatNanos) < pulseNanos ? peakRpm : baseRpm;
    }

    /// Beats per minute, as asked last.
    double ratePerMin() {
        return ratePerMin;
    }

    /// Share of a beat that is its pulse, as asked last.
    double widthPercent() {
        return widthPercent;
    }

    /// Flow between pulses in percent of the mean, as asked last.
    double basePercent() {
        return basePercent;
    }

    /// Speed at the peak of a pulse.
    double peakRpm() {
        return peakRpm;
    }

    @Override
    public void exchange(FieldExchange fields) {
        ratePerMin = fields.float64("ratePerMin", ratePerMin);
        widthPercent = fields.float64("widthPercent", widthPercent);
        basePercent = fields.float64("basePercent", basePercent);
        peakRpm = fields.float64("peakRpm", peakRpm);
        baseRpm = fields.float64("baseRpm", baseRpm);
        beatNanos = fields.int64("beatNanos", beatNanos);
        pulseNanos = fields.int64("pulseNanos", pulseNanos);
        beganNanos = fields.int64("beganNanos", beganNanos);
    }
}
