package org.altercor.hal.twin.sensor;

import java.util.List;
import org.altercor.hal.port.EmergencyStop;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.twin.Happening;

/// The auxiliary contact of the emergency stop, which stays down until somebody pulls it out.
public final class TwinEmergencyStop extends Instrument<TwinEmergencyStop.Event> implements EmergencyStop {
    /// What can happen to it.
    public enum Event implements Happening {
        PRESSED,
        UNPLUGGED,
        SILENT;

        @Override
        public Words words() {
            return switch (this) {
                case PRESSED -> Words.of("pressed", "somebody presses it");
                case UNPLUGGED -> Instrument.UNPLUGGED;
                case SILENT -> Instrument.SILENT;
            };
        }
    }

    private final Contact contact;
    private boolean isPressed;

    public TwinEmergencyStop(Timing timing) {
        super(List.of(Event.values()));
        contact = contact(timing, 0);
    }

    @Override
    public void readPressed(SwitchReading into) {
        contact.copyTo(into);
    }

    @Override
    public void step(long nowNanos) {
        contact.step(isPressed, nowNanos, Quality.GOOD);
    }

    @Override
    public void happen(Event event, double amount) {
        switch (event) {
            case PRESSED -> isPressed = true;
            case UNPLUGGED -> lose(Quality.DISCONNECTED);
            case SILENT -> fallSilent();
        }
    }

    @Override
    public void mend() {
        isPressed = false;
        super.mend();
    }
}
