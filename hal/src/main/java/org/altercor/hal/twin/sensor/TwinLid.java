package org.altercor.hal.twin.sensor;

import java.util.List;
import org.altercor.config.schema.Unit;
import org.altercor.hal.port.Lid;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.twin.Happening;

/// The cover of a roller pump, shut until somebody opens it.
public final class TwinLid extends Instrument<TwinLid.Event> implements Lid {
    /// A bump is not an open lid: what the port promises.
    private static final long DEBOUNCE_NANOS = 40_000_000;

    /// What can happen to it.
    public enum Event implements Happening {
        OPEN,
        BUMP,
        UNPLUGGED,
        SILENT;

        @Override
        public Words words() {
            return switch (this) {
                case OPEN -> Words.of("open", "somebody opens it");
                case BUMP -> Words.of("bump", Unit.MS, 1, 1_000, "somebody knocks it open for so long");
                case UNPLUGGED -> Instrument.UNPLUGGED;
                case SILENT -> Instrument.SILENT;
            };
        }
    }

    private final Contact contact;
    private boolean isOpen;
    private long bumpLeftNanos;
    private long steppedNanos;
    private boolean started;

    public TwinLid(Timing timing) {
        super(List.of(Event.values()));
        contact = contact(timing, DEBOUNCE_NANOS);
    }

    @Override
    public void readOpen(SwitchReading into) {
        contact.copyTo(into);
    }

    @Override
    public void step(long nowNanos) {
        contact.step(isOpen || bumpLeftNanos > 0, nowNanos, Quality.GOOD);
        bumpLeftNanos -= started ? Math.min(bumpLeftNanos, nowNanos - steppedNanos) : 0;
        started = true;
        steppedNanos = nowNanos;
    }

    @Override
    public void happen(Event event, double amount) {
        switch (event) {
            case OPEN -> isOpen = true;
            case BUMP -> bumpLeftNanos = Math.round(amount * 1e6);
            case UNPLUGGED -> lose(Quality.DISCONNECTED);
            case SILENT -> fallSilent();
        }
    }

    @Override
    public void mend() {
        isOpen = false;
        bumpLeftNanos = 0;
        super.mend();
    }
}
