package org.altercor.hal.twin.sensor;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.altercor.config.schema.Unit;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.Tachometer;
import org.altercor.hal.twin.Happening;

/// An encoder on the shaft of a pump, behind belt and coupling: counts its edges over each period, either way.
public final class TwinTachometer extends Instrument<TwinTachometer.Fault> implements Tachometer {
    /// Edges of a turn: a quadrature encoder of 1,024 lines (J).
    private static final double EDGES_PER_TURN = 4_096;

    private static final double NANOS_PER_MINUTE = 60e9;
    private static final double MOST_RPM = 12_000; // (J)

    /// What can happen to it.
    public enum Fault implements Happening {
        LOST_EDGES,
        SIGN,
        STUCK,
        UNPLUGGED,
        SILENT;

        @Override
        public Words words() {
            return switch (this) {
                case LOST_EDGES -> Words.of("lost-edges", Unit.PERCENT, 0, 100, "misses so many of its edges");
                case SIGN -> Words.of("sign", "its two tracks are swapped: the sign is turned");
                case STUCK -> Instrument.STUCK;
                case UNPLUGGED -> Instrument.UNPLUGGED;
                case SILENT -> Instrument.SILENT;
            };
        }
    }

    private final MeasuringChain chain;

    /// @param shaftRpm speed of the shaft, signed
    public TwinTachometer(DoubleSupplier shaftRpm, Timing timing) {
        super(List.of(Fault.values()));
        double rpmPerEdge = NANOS_PER_MINUTE / (EDGES_PER_TURN * timing.periodNanos());
        chain = chain(
                shaftRpm,
                timing,
                new ChainFigures(
                        ChainFigures.Shaping.MEAN,
                        0,
                        0,
                        rpmPerEdge,
                        ChainFigures.Rounding.COUNTING,
                        -MOST_RPM,
                        MOST_RPM,
                        1));
    }

    @Override
    public void readSpeedRpm(Reading into) {
        chain.copyTo(into);
    }

    @Override
    public void happen(Fault fault, double amount) {
        switch (fault) {
            case LOST_EDGES -> chain.gain(1 - amount / 100);
            case SIGN -> chain.gain(-1);
            case STUCK -> hold();
            case UNPLUGGED -> lose(Quality.DISCONNECTED);
            case SILENT -> fallSilent();
        }
    }
}
