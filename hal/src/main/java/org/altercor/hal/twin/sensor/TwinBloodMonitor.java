package org.altercor.hal.twin.sensor;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.altercor.config.schema.Unit;
import org.altercor.hal.port.BloodMonitor;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.twin.Happening;

/// An optical monitor on the venous line: saturation and haematocrit.
public final class TwinBloodMonitor implements BloodMonitor, TwinSensor<TwinBloodMonitor.Fault> {
    private static final double NOISE_PERCENT = 0.3; // (J)
    private static final ChainFigures FIGURES = ChainFigures.windows(NOISE_PERCENT, 0.1, -5, 105);

    /// What can happen to it.
    public enum Fault implements Happening {
        DRIFT,
        LIGHT,
        STUCK,
        UNPLUGGED;

        @Override
        public Words words() {
            return switch (this) {
                case DRIFT -> Words.of("drift-per-hour", Unit.PERCENT, -3_600, 3_600, "its saturation wanders");
                case LIGHT -> Words.of("light", "light from outside: it sees too little, and says so");
                case STUCK -> Words.of("stuck", "repeats its values, with new times");
                case UNPLUGGED -> Words.of("unplugged", "its cable is out, and it says so");
            };
        }
    }

    private final MeasuringChain saturation;
    private final MeasuringChain haematocrit;

    /// @param saturationPercent  of the blood that passes
    /// @param haematocritPercent of the blood that passes
    public TwinBloodMonitor(DoubleSupplier saturationPercent, DoubleSupplier haematocritPercent, Timing timing) {
        saturation = new MeasuringChain(saturationPercent, timing, FIGURES);
        haematocrit = new MeasuringChain(haematocritPercent, timing.another(), FIGURES);
    }

    @Override
    public void readSvO2Percent(Reading into) {
        saturation.copyTo(into);
    }

    @Override
    public void readHaematocritPercent(Reading into) {
        haematocrit.copyTo(into);
    }

    @Override
    public void step(long nowNanos) {
        saturation.step(nowNanos, Quality.GOOD);
        haematocrit.step(nowNanos, Quality.GOOD);
    }

    @Override
    public List<Fault> happenings() {
        return List.of(Fault.values());
    }

    @Override
    public void happen(Fault fault, double amount) {
        switch (fault) {
            case DRIFT -> saturation.drift(amount);
            case LIGHT -> lose(Quality.POOR_SIGNAL);
            case STUCK -> {
                saturation.hold();
                haematocrit.hold();
            }
            case UNPLUGGED -> lose(Quality.DISCONNECTED);
        }
    }

    private void lose(Quality why) {
        saturation.lose(why);
        haematocrit.lose(why);
    }

    @Override
    public void mend() {
        saturation.mend();
        haematocrit.mend();
    }
}
