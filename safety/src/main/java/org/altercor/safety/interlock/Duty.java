package org.altercor.safety.interlock;

import org.altercor.config.Pump;
import org.altercor.config.PumpHead;
import org.altercor.config.PumpRole;

/// What an interlock must know of a pump: its role, and where that matters its head. A stopped occlusive roller holds
/// its line shut; a stopped centrifugal head is an open pipe to the aorta.
public enum Duty {
    ARTERIAL_ROLLER("arterial roller"),
    ARTERIAL_CENTRIFUGAL("arterial centrifugal"),
    CARDIOPLEGIA("cardioplegia"),
    HAEMOFILTRATION("haemofiltration"),
    VENT("vent"),
    SUCTION("suction");

    private final String words;

    Duty(String words) {
        this.words = words;
    }

    /// For people.
    public String words() {
        return words;
    }

    /// The duty of a pump.
    public static Duty of(Pump pump) {
        return of(pump.role(), pump.head());
    }

    /// The duty of a role on a head.
    public static Duty of(PumpRole role, PumpHead head) {
        return switch (role) {
            case ARTERIAL ->
                switch (head) {
                    case ROLLER -> ARTERIAL_ROLLER;
                    case CENTRIFUGAL -> ARTERIAL_CENTRIFUGAL;
                };
            case CARDIOPLEGIA -> CARDIOPLEGIA;
            case HAEMOFILTRATION -> HAEMOFILTRATION;
            case VENT -> VENT;
            case SUCTION -> SUCTION;
        };
    }
}
