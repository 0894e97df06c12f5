package org.altercor.hal.twin.sensor;

import java.util.List;
import org.altercor.hal.port.EmergencyStop;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.twin.Happening;

/// The auxiliary contact of the emergency stop, which stays down until somebody pulls it out.
public final class TwinEmergencyStop implements EmergencyStop, TwinSensor<TwinEmergencyStop.Event> {
    /// What can happen to it.
    public enum Event implements Happening {
        PRESSED,
        UNPLUGGED;

        @Override
        public Words words() {
            return switch (this) {
                case PRESSED -> Words.of("pressed", "somebody presses it");
                case UNPLUGGED -> Words.of("unplugged", "its cable is out, and it says so");
            };
        }
    }

    private final Contact contact;
    private boolean isPressed;

    public TwinEmergencyStop(Timing timing) {
        contact = new Contact(timing.periodNanos(), 0);
    }

    @Override
    public void readPressed(SwitchReading into) {
        contact.copyTo(into);
    }

    @Override
    public void step(long nowNanos) {
        contact.step(isPressed, nowNanos);
    }

    @Override
    public List<Event> happenings() {
        return List.of(Event.values());
    }

    @Override
    public void happen(Event event, double amount) {
        switch (event) {
            case PRESSED -> isPressed = true;
            case UNPLUGGED -> contact.lose(Quality.DISCONNECTED);
        }
    }

    @Override
    public void mend() {
        isPressed = false;
        contact.mend();
    }
}
