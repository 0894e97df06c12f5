package org.altercor.hal.twin.sensor;

import java.util.List;
import org.altercor.config.schema.Unit;
import org.altercor.hal.port.PressureSensor;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.twin.Happening;

/// A strain bridge on a line, its amplifier and its filter.
public final class TwinPressure extends Instrument<TwinPressure.Fault> implements PressureSensor {
    /// Time constant of a low pass at 15 Hz: filters of 10 to 20 Hz are proposed (J).
    private static final double LAG_SECONDS = 0.0106;

    /// An input of 20 mV sees 800 mmHg at 5 V excitation, either way [D].
    private static final double RAIL_MMHG = 800;

    /// Amplifiers make less than 0.02 mmHg of noise [U]; line and bridge more (J).
    private static final double NOISE_MMHG = 0.1;

    private static final double QUANTUM_MMHG = 0.1; // (J)

    /// Mains of 50 Hz, a little off as mains are: a multiple of its rate could fall on the same phase for ever, and
    /// not be seen (J).
    private static final double MAINS_HERTZ = 49.9;

    /// An air bubble in the line to the bridge leaves the mean and no pulses; how slow it makes it is our own
    /// judgement.
    private static final double BUBBLE_LAG_SECONDS = 2;

    private static final ChainFigures FIGURES =
            ChainFigures.filtered(LAG_SECONDS, NOISE_MMHG, QUANTUM_MMHG, -RAIL_MMHG, RAIL_MMHG);

    /// What can happen to it.
    public enum Fault implements Happening {
        OPEN,
        SHORT,
        STUCK,
        STOPCOCK,
        DAMPED,
        OFFSET,
        DRIFT,
        GAIN,
        HUM,
        SWAPPED,
        UNPLUGGED,
        SILENT;

        @Override
        public Words words() {
            return switch (this) {
                case OPEN -> Words.of("open", "the bridge is open: stands at the upper rail, out of range");
                case SHORT -> Words.of("short", "the bridge is shorted: shows a good zero");
                case STUCK -> Instrument.STUCK;
                case STOPCOCK -> Words.of("stopcock", "the stopcock is closed: shows the pressure locked in");
                case DAMPED -> Words.of("damped", "a bubble in its line: the mean is right, pulses are gone");
                case OFFSET ->
                    Words.of("offset", Unit.MMHG, -200, 200, "a step of its zero; 20 to 100 mmHg are proposed (J)");
                case DRIFT ->
                    Words.of(
                            "drift-per-hour",
                            Unit.MMHG,
                            -4_000,
                            4_000,
                            "its zero wanders; disposables drift by 2 mmHg in 3 h, 2 to 10 per hour are proposed (J)");
                case GAIN -> Words.of("gain", Unit.NONE, 0.5, 2, "shows so many times the pressure");
                case HUM -> Words.of("hum", Unit.MMHG, 0, 200, "hum of the mains, by its amplitude, before the filter");
                case SWAPPED ->
                    Words.of("swapped", "its plug and that of the next pressure channel are in each other's sockets");
                case UNPLUGGED -> Instrument.UNPLUGGED;
                case SILENT -> Instrument.SILENT;
            };
        }
    }

    private final MeasuringChain chain;
    private final PressureSockets sockets;
    private final int channel;

    /// @param sockets of all pressure channels of its machine
    /// @param channel its own among them
    public TwinPressure(PressureSockets sockets, int channel, Timing timing) {
        super(List.of(Fault.values()));
        chain = chain(() -> sockets.mmHg(channel), timing, FIGURES);
        this.sockets = sockets;
        this.channel = channel;
    }

    @Override
    public void readMmHg(Reading into) {
        chain.copyTo(into);
    }

    @Override
    public void happen(Fault fault, double amount) {
        switch (fault) {
            case OPEN -> chain.show(RAIL_MMHG);
            case SHORT -> chain.show(0);
            case STUCK -> hold();
            case STOPCOCK -> chain.trap();
            case DAMPED -> chain.damp(BUBBLE_LAG_SECONDS);
            case OFFSET -> chain.offset(amount);
            case DRIFT -> chain.drift(amount);
            case GAIN -> chain.gain(amount);
            case HUM -> chain.hum(amount, MAINS_HERTZ);
            case SWAPPED -> sockets.swapWithNext(channel, true);
            case UNPLUGGED -> lose(Quality.DISCONNECTED);
            case SILENT -> fallSilent();
        }
    }

    @Override
    public void mend() {
        sockets.swapWithNext(channel, false);
        super.mend();
    }
}
