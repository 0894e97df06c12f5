package org.altercor.hal.twin.sensor;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.altercor.config.Tubing;
import org.altercor.config.schema.Unit;
import org.altercor.hal.port.AirSensor;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.twin.Happening;

/// An ultrasonic air detector: quick to see air, slower to see blood again, and as late as its rig says. Every bubble
/// counts.
public final class TwinAirDetector extends Instrument<TwinAirDetector.Fault> implements AirSensor {
    /// Blood that it sees at once, in mL (J).
    public static final double WINDOW_ML = 5;

    /// From dry back to wet, typically; the other way takes 0.2 ms [P48].
    private static final long RELEASE_NANOS = 46_000_000;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_HOUR = 3_600e9;

    /// What can happen to it.
    public enum Fault implements Happening {
        STUCK_WET,
        STUCK_DRY,
        CHATTER,
        MISSES,
        FALSE_TRIPS,
        UNPLUGGED,
        SILENT;

        @Override
        public Words words() {
            return switch (this) {
                case STUCK_WET -> Words.of("stuck-wet", "sees blood for ever, whatever comes");
                case STUCK_DRY -> Words.of("stuck-dry", "sees air for ever");
                case CHATTER -> Words.of("chatter", Unit.NONE, 0.1, 200, "flaps so many times a second");
                case MISSES -> Words.of("misses-below", Unit.ML, 0, 50, "does not see smaller bubbles");
                case FALSE_TRIPS ->
                    Words.of("false-trips-per-hour", Unit.NONE, 0, 36_000, "sees air that is not there, now and then");
                case UNPLUGGED -> Instrument.UNPLUGGED;
                case SILENT -> Instrument.SILENT;
            };
        }
    }

    private final DoubleSupplier airMl;
    private final double smallestMl;
    private final Contact contact;
    private final Random random;

    private boolean sawAir;
    private long sawAirNanos;
    private long steppedNanos;
    private boolean started;

    private boolean isStuckWet;
    private boolean isStuckDry;
    private double chatterHertz;
    private double missesBelowMl;
    private double falseTripsPerHour;

    /// @param airMl  air in its window, in mL
    /// @param tubing it is made for
    public TwinAirDetector(DoubleSupplier airMl, Tubing tubing, Timing timing) {
        super(List.of(Fault.values()));
        this.airMl = airMl;
        smallestMl = smallestMl(tubing);
        contact = contact(timing, 0);
        random = new Random(timing.seed());
    }

    /// Smallest bubble that it sees: 0.5 mL in 3/8 inch at up to 6 L/min, 0.3 mL in 1/4 inch at up to 3 L/min
    /// [P43]; other tubing by its lumen (J).
    static double smallestMl(Tubing tubing) {
        return switch (tubing) {
            case THREE_SIXTEENTHS, ONE_QUARTER -> 0.3;
            case FIVE_SIXTEENTHS, THREE_EIGHTHS -> 0.5;
            case ONE_HALF -> 0.9;
        };
    }

    @Override
    public void readAirSeen(SwitchReading into) {
        contact.copyTo(into);
    }

    @Override
    public void step(long nowNanos) {
        double thereMl = airMl.getAsDouble();
        boolean isAir = thereMl >= Math.max(smallestMl, missesBelowMl) && !isStuckWet;
        if (isAir || tripsFalsely(started ? nowNanos - steppedNanos : 0)) {
            sawAir = true;
            sawAirNanos = nowNanos;
        }
        started = true;
        steppedNanos = nowNanos;
        sawAir &= nowNanos - sawAirNanos < RELEASE_NANOS;
        Quality blindness = Double.isNaN(thereMl) ? Quality.MISSING : Quality.GOOD; // no number is not blood
        contact.step(isStuckDry || sawAir || flaps(nowNanos), nowNanos, blindness);
    }

    private boolean tripsFalsely(long sinceNanos) {
        return falseTripsPerHour > 0 && random.nextDouble() < falseTripsPerHour * sinceNanos / NANOS_PER_HOUR;
    }

    private boolean flaps(long nowNanos) {
        return chatterHertz > 0 && ((long) (2 * chatterHertz * nowNanos / NANOS_PER_SECOND) & 1) == 1;
    }

    @Override
    public void happen(Fault fault, double amount) {
        switch (fault) {
            case STUCK_WET -> isStuckWet = true;
            case STUCK_DRY -> isStuckDry = true;
            case CHATTER -> chatterHertz = amount;
            case MISSES -> missesBelowMl = amount;
            case FALSE_TRIPS -> falseTripsPerHour = amount;
            case UNPLUGGED -> lose(Quality.DISCONNECTED);
            case SILENT -> fallSilent();
        }
    }

    @Override
    public void mend() {
        isStuckWet = false;
        isStuckDry = false;
        chatterHertz = 0;
        missesBelowMl = 0;
        falseTripsPerHour = 0;
        super.mend();
    }
}
