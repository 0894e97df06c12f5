package org.altercor.controller.console;

import org.altercor.controller.operator.PumpAct;

/// What somebody touched.
sealed interface ConsoleAct {
    /// Standstill of a pump.
    record Stop(String pump) implements ConsoleAct {}

    /// A pump that stands, or holds zero flow, is to pump.
    ///
    /// @param aim    in which mode, and how much
    /// @param heldMs how long the button was held
    record Start(String pump, PumpAct aim, double heldMs) implements ConsoleAct {}

    /// A pump that turns is to turn otherwise.
    ///
    /// @param aim       in which mode, and how much
    /// @param confirmed whether somebody was asked and said yes
    record Change(String pump, PumpAct aim, boolean confirmed) implements ConsoleAct {}

    /// Latches whose cause is gone are to be free.
    record Reset() implements ConsoleAct {}

    /// The sound is to be silent for a while.
    record PauseSound() implements ConsoleAct {}

    /// All alarms on the screen were seen.
    record Acknowledge() implements ConsoleAct {}

    /// The surgeon clamps the aorta, or opens it.
    record CrossClamp(boolean on) implements ConsoleAct {}

    /// An operator setting is to change.
    ///
    /// @param setting   name of its slot
    /// @param value     in its unit
    /// @param confirmed whether somebody was asked and said yes
    record Set(String setting, double value, boolean confirmed) implements ConsoleAct {}

    /// The zero of a sensor is to be taken.
    ///
    /// @param setting   name of its slot
    /// @param confirmed whether somebody was asked and said yes
    record TakeZero(String setting, boolean confirmed) implements ConsoleAct {}

    /// Something happens to the world of a twin.
    record Outside(String name, double amount) implements ConsoleAct {}
}
