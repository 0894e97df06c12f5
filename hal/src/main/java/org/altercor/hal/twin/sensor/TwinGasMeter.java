package org.altercor.hal.twin.sensor;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.altercor.config.schema.Unit;
import org.altercor.hal.port.GasFlow;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.twin.Happening;

/// A thermal flow meter and an oxygen cell in the gas line.
public final class TwinGasMeter implements GasFlow, TwinSensor<TwinGasMeter.Fault> {
    private static final ChainFigures FLOW = ChainFigures.windows(10, 1, -100, 25_000); // (J)
    private static final ChainFigures OXYGEN = ChainFigures.windows(0.2, 0.1, -5, 105); // (J)

    /// What can happen to it.
    public enum Fault implements Happening {
        GAIN,
        OXYGEN_OFFSET,
        STUCK,
        UNPLUGGED;

        @Override
        public Words words() {
            return switch (this) {
                case GAIN -> Words.of("gain", Unit.NONE, 0.5, 2, "shows so many times the gas flow");
                case OXYGEN_OFFSET -> Words.of("oxygen-offset", Unit.PERCENT, -50, 50, "a step of its oxygen cell");
                case STUCK -> Words.of("stuck", "repeats its values, with new times");
                case UNPLUGGED -> Words.of("unplugged", "its cable is out, and it says so");
            };
        }
    }

    private final MeasuringChain flow;
    private final MeasuringChain oxygen;

    /// @param mlPerMin      sweep gas
    /// @param oxygenPercent oxygen in it
    public TwinGasMeter(DoubleSupplier mlPerMin, DoubleSupplier oxygenPercent, Timing timing) {
        flow = new MeasuringChain(mlPerMin, timing, FLOW);
        oxygen = new MeasuringChain(oxygenPercent, timing.another(), OXYGEN);
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
    public void step(long nowNanos) {
        flow.step(nowNanos, Quality.GOOD);
        oxygen.step(nowNanos, Quality.GOOD);
    }

    @Override
    public List<Fault> happenings() {
        return List.of(Fault.values());
    }

    @Override
    public void happen(Fault fault, double amount) {
        switch (fault) {
            case GAIN -> flow.gain(amount);
            case OXYGEN_OFFSET -> oxygen.offset(amount);
            case STUCK -> {
                flow.hold();
                oxygen.hold();
            }
            case UNPLUGGED -> {
                flow.lose(Quality.DISCONNECTED);
                oxygen.lose(Quality.DISCONNECTED);
            }
        }
    }

    @Override
    public void mend() {
        flow.mend();
        oxygen.mend();
    }
}
