package org.altercor.controller.loop;

import java.util.List;
import org.altercor.safety.supervise.PumpMode;

/// A number that a mode is told, and the range in which a pump may be asked for it.
public enum AskedNumber {
    /// In rpm.
    SPEED("speedRpm"),
    /// In mL/min; the mean flow of pulses.
    FLOW("flowMlPerMin"),
    /// Beats per minute.
    RATE("ratePerMin"),
    /// Share of a beat that is its pulse, in percent.
    WIDTH("widthPercent"),
    /// Flow between pulses, in percent of the mean.
    BASE("basePercent"),
    /// Parts of the leader's flow to one of the follower's.
    RATIO("ratio");

    private final String word;

    /// What a pump may be asked for: beyond it a request is refused, within it what else is asked decides (a low base
    /// needs a higher mean).
    public record Range(double smallest, double largest) {}

    AskedNumber(String word) {
        this.word = word;
    }

    /// Its name in messages.
    public String word() {
        return word;
    }

    /// The numbers that a mode is told; the first is the one that a hand changes most.
    public static List<AskedNumber> of(PumpMode mode) {
        return switch (mode) {
            case STOPPED, ZERO_FLOW -> List.of();
            case SPEED -> List.of(SPEED);
            case FLOW -> List.of(FLOW);
            case PULSATILE -> List.of(FLOW, RATE, WIDTH, BASE);
            case FOLLOWER -> List.of(RATIO);
        };
    }

    /// The range in which the control loop accepts it of a pump.
    public Range range(ControlledPump pump) {
        return switch (this) {
            case SPEED -> new Range(SpeedLaw.STANDSTILL_RPM, pump.limits().maximumRpm());
            case FLOW -> new Range(pump.lowestMlPerMin(), pump.highestMlPerMin());
            case RATE -> new Range(PulseLaw.SLOWEST_PER_MIN, PulseLaw.FASTEST_PER_MIN);
            case WIDTH -> new Range(PulseLaw.NARROWEST_PERCENT, PulseLaw.WIDEST_PERCENT);
            case BASE -> new Range(PulseLaw.LOWEST_BASE_PERCENT, PulseLaw.HIGHEST_BASE_PERCENT);
            case RATIO -> new Range(RequestJudge.SMALLEST_RATIO, RequestJudge.LARGEST_RATIO);
        };
    }
}
