package org.altercor.hal.twin.sensor;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.altercor.config.schema.Unit;
import org.altercor.hal.port.GasFlow;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.twin.Happening;

/// A thermal flow meter and an oxygen cell in the gas line.
public final class TwinGasMeter extends Instrument<TwinGasMeter.Fault> implements GasFlow {
    private static final double FLOW_NOISE_ML_PER_MIN = 10; // (J)
    private static final double FLOW_QUANTUM_ML_PER_MIN = 1; // (J)

    /// Backwards it sees no more than the noise of its zero (J).
    private static final double LEAST_ML_PER_MIN = -100;

    private static final double MOST_ML_PER_MIN = 25_000; // (J)
    private static final double OXYGEN_NOISE_PERCENT = 0.2; // (J)
    private static final double OXYGEN_QUANTUM_PERCENT = 0.1; // (J)

    /// Beyond 0 and 100 % by so much it is no noise any more: ten times its standard deviation (J).
    private static final double OXYGEN_MARGIN_PERCENT = 2;

    private static final ChainFigures FLOW =
            ChainFigures.windows(FLOW_NOISE_ML_PER_MIN, FLOW_QUANTUM_ML_PER_MIN, LEAST_ML_PER_MIN, MOST_ML_PER_MIN);
    private static final ChainFigures OXYGEN = ChainFigures.windows(
            OXYGEN_NOISE_PERCENT, OXYGEN_QUANTUM_PERCENT, -OXYGEN_MARGIN_PERCENT, 100 + OXYGEN_MARGIN_PERCENT);

    /// What can happen to it.
    public enum Fault implements Happening {
        GAIN,
        OXYGEN_OFFSET,
        STUCK,
        UNPLUGGED,
        SILENT;

        @Override
        public Words words() {
            return switch (this) {
                case GAIN -> Words.of("gain", Unit.NONE, 0.5, 2, "shows so many times the gas flow");
                case OXYGEN_OFFSET -> Words.of("oxygen-offset", Unit.PERCENT, -50, 50, "a step of its oxygen cell");
                case STUCK -> Instrument.STUCK;
                case UNPLUGGED -> Instrument.UNPLUGGED;
                case SILENT -> Instrument.SILENT;
            };
        }
    }

    private final MeasuringChain flow;
    private final MeasuringChain oxygen;

    /// @param mlPerMin      sweep gas
    /// @param oxygenPercent oxygen in it
    public TwinGasMeter(DoubleSupplier mlPerMin, DoubleSupplier oxygenPercent, Timing timing) {
        super(List.of(Fault.values()));
        flow = chain(mlPerMin, timing, FLOW);
        oxygen = chain(oxygenPercent, timing.another(), OXYGEN);
    }

    @Override
    public void readMlPerMin(Reading into) {
        flow.copyTo(into);
    }

    @Override
    public void readOxygenPercent(Reading into) {
        oxygen.copyTo(into);
    }

    @Override
    public void happen(Fault fault, double amount) {
        switch (fault) {
            case GAIN -> flow.gain(amount);
            case OXYGEN_OFFSET -> oxygen.offset(amount);
            case STUCK -> hold();
            case UNPLUGGED -> lose(Quality.DISCONNECTED);
            case SILENT -> fallSilent();
        }
    }
}
