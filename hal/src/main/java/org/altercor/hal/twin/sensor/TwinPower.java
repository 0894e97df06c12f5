package org.altercor.hal.twin.sensor;

import java.util.List;
import org.altercor.config.schema.Unit;
import org.altercor.hal.port.PowerSupply;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.twin.Happening;

/// Mains, and a battery that runs down without them.
public final class TwinPower extends Instrument<TwinPower.Event> implements PowerSupply {
    private static final double FULL_MINUTES = 60; // (J)
    private static final double CHARGING_SHARE = 0.25; // of the rate at which it runs down (J)
    private static final double NANOS_PER_MINUTE = 60e9;

    /// What can happen to it.
    public enum Event implements Happening {
        MAINS_LOST,
        BATTERY,
        UNPLUGGED,
        SILENT;

        @Override
        public Words words() {
            return switch (this) {
                case MAINS_LOST -> Words.of("mains-lost", "the mains fail");
                case BATTERY -> Words.of("battery", Unit.NONE, 0, FULL_MINUTES, "minutes left in the battery");
                case UNPLUGGED -> Instrument.UNPLUGGED;
                case SILENT -> Instrument.SILENT;
            };
        }
    }

    private final Contact mains;
    private final MeasuringChain battery;
    private boolean isMainsLost;
    private double minutes = FULL_MINUTES;
    private long steppedNanos;
    private boolean started;

    public TwinPower(Timing timing) {
        super(List.of(Event.values()));
        mains = contact(timing, 0);
        battery = chain(() -> minutes, timing, ChainFigures.filtered(0, 0, 1, -1, FULL_MINUTES + 1));
    }

    @Override
    public void readMainsPresent(SwitchReading into) {
        mains.copyTo(into);
    }

    @Override
    public void readBatteryMinutes(Reading into) {
        battery.copyTo(into);
    }

    @Override
    public void step(long nowNanos) {
        double passed = started ? (nowNanos - steppedNanos) / NANOS_PER_MINUTE : 0;
        started = true;
        steppedNanos = nowNanos;
        minutes = Math.clamp(minutes + (isMainsLost ? -passed : CHARGING_SHARE * passed), 0, FULL_MINUTES);
        mains.step(!isMainsLost, nowNanos, Quality.GOOD);
        battery.step(nowNanos, Quality.GOOD);
    }

    @Override
    public void happen(Event event, double amount) {
        switch (event) {
            case MAINS_LOST -> isMainsLost = true;
            case BATTERY -> minutes = amount;
            case UNPLUGGED -> lose(Quality.DISCONNECTED);
            case SILENT -> fallSilent();
        }
    }

    /// Gives the mains back; the battery charges from what it has.
    @Override
    public void mend() {
        isMainsLost = false;
        super.mend();
    }
}
