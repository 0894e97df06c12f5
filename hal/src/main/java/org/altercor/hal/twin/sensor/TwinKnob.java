package org.altercor.hal.twin.sensor;

import java.util.List;
import org.altercor.config.schema.Unit;
import org.altercor.hal.port.Knob;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.twin.Happening;

/// A speed knob that somebody turns and pushes.
public final class TwinKnob extends Instrument<TwinKnob.Event> implements Knob {
    /// Turned by more than this since start, it is no knob any more (J).
    private static final double MOST_DETENTS = 1e9;

    /// What can happen to it.
    public enum Event implements Happening {
        TURN,
        PUSHED,
        UNPLUGGED,
        SILENT;

        @Override
        public Words words() {
            return switch (this) {
                case TURN ->
                    Words.of("turn", Unit.NONE, -1_000, 1_000, "somebody turns it by so many detents, clockwise");
                case PUSHED -> Words.of("pushed", "somebody holds it down");
                case UNPLUGGED -> Instrument.UNPLUGGED;
                case SILENT -> Instrument.SILENT;
            };
        }
    }

    private final MeasuringChain chain;
    private final Contact contact;
    private double detents;
    private boolean isPushed;
    private boolean isUnplugged;

    public TwinKnob(Timing timing) {
        super(List.of(Event.values()));
        chain = chain(() -> detents, timing, ChainFigures.filtered(0, 0, 1, -MOST_DETENTS, MOST_DETENTS));
        contact = contact(timing, 0);
    }

    @Override
    public void readDetents(Reading into) {
        chain.copyTo(into);
    }

    @Override
    public void readPushed(SwitchReading into) {
        contact.copyTo(into);
    }

    @Override
    public void step(long nowNanos) {
        chain.step(nowNanos, Quality.GOOD);
        contact.step(isPushed, nowNanos, Quality.GOOD);
    }

    @Override
    public void happen(Event event, double amount) {
        switch (event) {
            case TURN -> detents += isUnplugged ? 0 : Math.rint(amount); // nobody counts what is not wired
            case PUSHED -> isPushed = true;
            case UNPLUGGED -> {
                isUnplugged = true;
                lose(Quality.DISCONNECTED);
            }
            case SILENT -> fallSilent();
        }
    }

    /// Lets go of it; what was turned stays turned, but for what was turned while its cable was out.
    @Override
    public void mend() {
        isPushed = false;
        isUnplugged = false;
        super.mend();
    }
}
