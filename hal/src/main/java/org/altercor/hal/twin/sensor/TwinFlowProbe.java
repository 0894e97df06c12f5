package org.altercor.hal.twin.sensor;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.altercor.config.schema.Unit;
import org.altercor.hal.port.FlowSensor;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.twin.Happening;

/// A clamp-on ultrasonic probe: the mean over its period, in steps of 1 mL/min. Air in its beam takes the coupling
/// away: what it cannot see it does not call zero.
public final class TwinFlowProbe extends Instrument<TwinFlowProbe.Fault> implements FlowSensor {
    /// Air in the beam from which the coupling is lost, in mL (J).
    private static final double BLINDING_ML = 0.5;

    /// Flow fields have six places and a sign [P50]; tubing bounds what is credible (J).
    private static final double MOST_ML_PER_MIN = 20_000;

    /// Repeatability (J); the error of the zero, 30 to 60 mL/min [U], is a fault here.
    private static final double NOISE_ML_PER_MIN = 5;

    /// The slowest mean such meters offer is that of 10 s [P50].
    private static final double LONG_MEAN_NANOS = 10e9;

    /// What can happen to it.
    public enum Fault implements Happening {
        COUPLING,
        UNPLUGGED,
        SILENT,
        OVER_TEMPERATURE,
        AIR_GARBAGE,
        ZERO,
        DRIFT,
        GAIN,
        REVERSED,
        LONG_MEAN,
        STUCK;

        @Override
        public Words words() {
            return switch (this) {
                case COUPLING -> Words.of("poor-coupling", "the gel is dry: it sees too little, and says so");
                case UNPLUGGED -> Words.of("unplugged", "the probe is off its meter, and the meter says so");
                case SILENT -> Instrument.SILENT;
                case OVER_TEMPERATURE ->
                    Words.of("over-temperature", "the meter is too hot: it measures nothing, and says so");
                case AIR_GARBAGE ->
                    Words.of("air-garbage", "air in its beam, which it otherwise notices, makes it show anything");
                case ZERO ->
                    Words.of(
                            "zero",
                            Unit.ML_PER_MIN,
                            -500,
                            500,
                            "a step of its zero; 50 to 200 mL/min are proposed (J)");
                case DRIFT -> Words.of("drift-per-hour", Unit.ML_PER_MIN, -2_000, 2_000, "its zero wanders");
                case GAIN ->
                    Words.of(
                            "gain",
                            Unit.NONE,
                            0.5,
                            2,
                            "shows so many times the flow: wrong table, factor or haematocrit");
                case REVERSED -> Words.of("reversed", "the clip sits the wrong way round: the sign is turned");
                case LONG_MEAN -> Words.of("ten-second-mean", "it is set to its slowest mean");
                case STUCK -> Instrument.STUCK;
            };
        }
    }

    private final MeasuringChain chain;
    private final DoubleSupplier airInBeamMl;
    private boolean isGarbledByAir;

    /// @param source      flow where it sits, in mL/min
    /// @param airInBeamMl air in its beam, in mL
    public TwinFlowProbe(DoubleSupplier source, DoubleSupplier airInBeamMl, Timing timing) {
        super(List.of(Fault.values()));
        this.airInBeamMl = airInBeamMl;
        int meanPeriods = (int) Math.max(1, LONG_MEAN_NANOS / timing.periodNanos());
        chain = chain(
                source,
                timing,
                new ChainFigures(
                        ChainFigures.Shaping.MEAN,
                        0,
                        NOISE_ML_PER_MIN,
                        1,
                        ChainFigures.Rounding.NEAREST,
                        -MOST_ML_PER_MIN,
                        MOST_ML_PER_MIN,
                        meanPeriods));
    }

    @Override
    public void readMlPerMin(Reading into) {
        chain.copyTo(into);
    }

    @Override
    public void step(long nowNanos) {
        boolean seesBlood = airInBeamMl.getAsDouble() < BLINDING_ML; // air that is no number is not none
        if (!seesBlood && isGarbledByAir) {
            chain.garble(MOST_ML_PER_MIN);
        }
        chain.step(nowNanos, seesBlood || isGarbledByAir ? Quality.GOOD : Quality.POOR_SIGNAL);
    }

    @Override
    public void happen(Fault fault, double amount) {
        switch (fault) {
            case COUPLING -> lose(Quality.POOR_SIGNAL);
            case UNPLUGGED -> lose(Quality.DISCONNECTED);
            case SILENT -> fallSilent();
            case OVER_TEMPERATURE -> lose(Quality.DEVICE_FAULT);
            case AIR_GARBAGE -> isGarbledByAir = true;
            case ZERO -> chain.offset(amount);
            case DRIFT -> chain.drift(amount);
            case GAIN -> chain.gain(amount);
            case REVERSED -> chain.gain(-1);
            case LONG_MEAN -> chain.longMean();
            case STUCK -> hold();
        }
    }

    @Override
    public void mend() {
        isGarbledByAir = false;
        super.mend();
    }
}
