package org.altercor.hal.twin.sensor;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.altercor.config.schema.Unit;
import org.altercor.hal.port.LevelSensor;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.twin.Happening;

/// A continuous level sensor on the reservoir, with a switch at its lowest mark that acts after its latency.
public final class TwinLevel implements LevelSensor, TwinSensor<TwinLevel.Fault> {
    private static final double NOISE_ML = 2; // (J)
    private static final double MOST_ML = 10_000; // (J)

    /// What a stuck sensor calls full: a common hard shell (J).
    private static final double FULL_ML = 4_000;

    /// The switch lets go so far above its mark (J).
    private static final double HYSTERESIS_ML = 10;

    /// First wave across a vessel of 15 cm: √(1.84 g / r) / 2π [CALC].
    private static final double SLOSH_HERTZ = 2.5;

    /// What can happen to it.
    public enum Fault implements Happening {
        STUCK_FULL,
        STUCK_EMPTY,
        STUCK,
        FOAM,
        SLOSH,
        UNPLUGGED;

        @Override
        public Words words() {
            return switch (this) {
                case STUCK_FULL -> Words.of("stuck-full", "calls the reservoir full");
                case STUCK_EMPTY -> Words.of("stuck-empty", "calls the reservoir empty");
                case STUCK -> Words.of("stuck", "repeats one value, with new times");
                case FOAM -> Words.of("foam", Unit.ML, 0, 2_000, "foam that it takes for blood");
                case SLOSH ->
                    Words.of("slosh", Unit.ML, 0, 1_000, "waves on the surface, by their amplitude; 10 to 20 mm [U]");
                case UNPLUGGED -> Words.of("unplugged", "its cable is out, and it says so");
            };
        }
    }

    private final MeasuringChain chain;
    private final Contact mark;
    private final double markMl;
    private boolean isBelow;

    /// @param source volume in the reservoir, in mL
    /// @param markMl its lowest mark
    public TwinLevel(DoubleSupplier source, double markMl, Timing timing) {
        this.markMl = markMl;
        chain = new MeasuringChain(source, timing, ChainFigures.windows(NOISE_ML, 1, -MOST_ML, MOST_ML));
        mark = new Contact(timing.periodNanos(), timing.latencyNanos());
    }

    @Override
    public void readMl(Reading into) {
        chain.copyTo(into);
    }

    @Override
    public void readBelowMark(SwitchReading into) {
        mark.copyTo(into);
    }

    @Override
    public void step(long nowNanos) {
        chain.step(nowNanos, Quality.GOOD);
        isBelow = chain.value() < (isBelow ? markMl + HYSTERESIS_ML : markMl);
        mark.step(isBelow, nowNanos);
    }

    @Override
    public List<Fault> happenings() {
        return List.of(Fault.values());
    }

    @Override
    public void happen(Fault fault, double amount) {
        switch (fault) {
            case STUCK_FULL -> chain.show(FULL_ML);
            case STUCK_EMPTY -> chain.show(0);
            case STUCK -> chain.hold();
            case FOAM -> chain.offset(amount);
            case SLOSH -> chain.hum(amount, SLOSH_HERTZ);
            case UNPLUGGED -> {
                chain.lose(Quality.DISCONNECTED);
                mark.lose(Quality.DISCONNECTED);
            }
        }
    }

    @Override
    public void mend() {
        chain.mend();
        mark.mend();
    }
}
