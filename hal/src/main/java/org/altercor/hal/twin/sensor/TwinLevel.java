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
public final class TwinLevel extends Instrument<TwinLevel.Fault> implements LevelSensor {
    private static final double NOISE_ML = 2; // (J)
    private static final double QUANTUM_ML = 1; // (J)

    /// Below empty by so much it is no noise any more (J).
    private static final double LEAST_ML = -50;

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
        UNPLUGGED,
        SILENT;

        @Override
        public Words words() {
            return switch (this) {
                case STUCK_FULL -> Words.of("stuck-full", "calls the reservoir full");
                case STUCK_EMPTY ->
                    Words.of("stuck-empty", "calls the reservoir empty, as one does that came off its wall");
                case STUCK -> Instrument.STUCK;
                case FOAM -> Words.of("foam", Unit.ML, 0, 2_000, "foam that it takes for blood");
                case SLOSH ->
                    Words.of(
                            "slosh",
                            Unit.ML,
                            0,
                            1_000,
                            "waves by their amplitude; 10 to 20 mm [U] are 180 to 350 mL in a vessel of 15 cm");
                case UNPLUGGED -> Instrument.UNPLUGGED;
                case SILENT -> Instrument.SILENT;
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
        super(List.of(Fault.values()));
        this.markMl = markMl;
        chain = chain(source, timing, ChainFigures.windows(NOISE_ML, QUANTUM_ML, LEAST_ML, MOST_ML));
        mark = contact(timing, timing.latencyNanos());
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
        mark.step(isBelow, nowNanos, chain.quality()); // what is not measured is not above the mark
    }

    @Override
    public void happen(Fault fault, double amount) {
        switch (fault) {
            case STUCK_FULL -> chain.show(FULL_ML);
            case STUCK_EMPTY -> chain.show(0);
            case STUCK -> hold();
            case FOAM -> chain.offset(amount);
            case SLOSH -> chain.hum(amount, SLOSH_HERTZ);
            case UNPLUGGED -> lose(Quality.DISCONNECTED);
            case SILENT -> fallSilent();
        }
    }
}
