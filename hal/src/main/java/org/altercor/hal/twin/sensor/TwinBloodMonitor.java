package org.altercor.hal.twin.sensor;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.altercor.config.schema.Unit;
import org.altercor.hal.port.BloodMonitor;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.twin.Happening;

/// An optical monitor on the venous line: saturation and haematocrit.
public final class TwinBloodMonitor extends Instrument<TwinBloodMonitor.Fault> implements BloodMonitor {
    private static final double NOISE_PERCENT = 0.3; // (J)
    private static final double QUANTUM_PERCENT = 0.1; // (J)

    /// Beyond 0 and 100 % by so much it is no noise any more: seven times its standard deviation (J).
    private static final double MARGIN_PERCENT = 2;

    private static final ChainFigures FIGURES =
            ChainFigures.windows(NOISE_PERCENT, QUANTUM_PERCENT, -MARGIN_PERCENT, 100 + MARGIN_PERCENT);

    /// What can happen to it.
    public enum Fault implements Happening {
        DRIFT,
        LIGHT,
        GLARE,
        STUCK,
        UNPLUGGED,
        SILENT;

        @Override
        public Words words() {
            return switch (this) {
                case DRIFT -> Words.of("drift-per-hour", Unit.PERCENT, -3_600, 3_600, "its saturation wanders");
                case LIGHT -> Words.of("light", "light from outside: it sees too little, and says so");
                case GLARE ->
                    Words.of("glare", Unit.PERCENT, -50, 50, "light that it does not notice: both are off by so much");
                case STUCK -> Instrument.STUCK;
                case UNPLUGGED -> Instrument.UNPLUGGED;
                case SILENT -> Instrument.SILENT;
            };
        }
    }

    private final MeasuringChain saturation;
    private final MeasuringChain haematocrit;

    /// @param saturationPercent  of the blood that passes
    /// @param haematocritPercent of the blood that passes
    public TwinBloodMonitor(DoubleSupplier saturationPercent, DoubleSupplier haematocritPercent, Timing timing) {
        super(List.of(Fault.values()));
        saturation = chain(saturationPercent, timing, FIGURES);
        haematocrit = chain(haematocritPercent, timing.another(), FIGURES);
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
    public void happen(Fault fault, double amount) {
        switch (fault) {
            case DRIFT -> saturation.drift(amount);
            case LIGHT -> lose(Quality.POOR_SIGNAL);
            case GLARE -> {
                saturation.offset(amount);
                haematocrit.offset(amount);
            }
            case STUCK -> hold();
            case UNPLUGGED -> lose(Quality.DISCONNECTED);
            case SILENT -> fallSilent();
        }
    }
}
