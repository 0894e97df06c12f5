package org.altercor.hal.twin.sensor;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.altercor.config.schema.Unit;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.TemperatureSensor;
import org.altercor.hal.twin.Happening;

/// A probe in a connector: it follows the blood late.
public final class TwinThermometer extends Instrument<TwinThermometer.Fault> implements TemperatureSensor {
    /// How late a probe follows (J).
    private static final double LAG_SECONDS = 2;

    /// One step of a common converter for resistance probes [P55].
    private static final double QUANTUM_CELSIUS = 0.03125;

    private static final double NOISE_CELSIUS = 0.02; // (J)

    /// What a driver believes of a probe in blood or water (J): neither of the two odd values of one-wire probes.
    private static final double LEAST_CELSIUS = -5;

    private static final double MOST_CELSIUS = 60;

    /// Known of one-wire probes that have lost their power, or their bus [U].
    private static final double POWER_ON_CELSIUS = 85;

    private static final double BUS_LOST_CELSIUS = -127;

    private static final ChainFigures FIGURES =
            ChainFigures.filtered(LAG_SECONDS, NOISE_CELSIUS, QUANTUM_CELSIUS, LEAST_CELSIUS, MOST_CELSIUS);

    /// What can happen to it.
    public enum Fault implements Happening {
        OPEN,
        SHORT,
        POWER_ON,
        BUS_LOST,
        LAG,
        OFFSET,
        STUCK,
        UNPLUGGED,
        SILENT;

        @Override
        public Words words() {
            return switch (this) {
                case OPEN -> Words.of("open", "the probe is open: its converter reports a fault");
                case SHORT -> Words.of("short", "the probe is shorted: its converter reports a fault");
                case POWER_ON ->
                    Words.of("power-on-value", "a one-wire probe that lost its power shows 85 °C, out of range");
                case BUS_LOST ->
                    Words.of("bus-lost-value", "a one-wire probe without its bus shows -127 °C, out of range");
                case LAG -> Words.of("lag", Unit.NONE, 1, 30, "follows so many times later; 3 times is proposed (J)");
                case OFFSET -> Words.of("offset", Unit.KELVIN, -20, 20, "a step of its zero");
                case STUCK -> Instrument.STUCK;
                case UNPLUGGED -> Words.of("unplugged", "its converter is gone");
                case SILENT -> Instrument.SILENT;
            };
        }
    }

    private final MeasuringChain chain;

    /// @param source temperature where it sits, in °C
    public TwinThermometer(DoubleSupplier source, Timing timing) {
        super(List.of(Fault.values()));
        chain = chain(source, timing, FIGURES);
    }

    @Override
    public void readCelsius(Reading into) {
        chain.copyTo(into);
    }

    @Override
    public void happen(Fault fault, double amount) {
        switch (fault) {
            case OPEN, SHORT -> lose(Quality.DEVICE_FAULT);
            case POWER_ON -> chain.show(POWER_ON_CELSIUS);
            case BUS_LOST -> chain.show(BUS_LOST_CELSIUS);
            case LAG -> chain.slow(amount);
            case OFFSET -> chain.offset(amount);
            case STUCK -> hold();
            case UNPLUGGED -> lose(Quality.DISCONNECTED);
            case SILENT -> fallSilent();
        }
    }
}
