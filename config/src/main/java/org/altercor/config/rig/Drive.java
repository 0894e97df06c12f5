package org.altercor.config.rig;

import org.altercor.config.Direction;

/// The motor controller of one pump.
///
/// @param pump    name of the pump it turns
/// @param driver  what stands behind its port
/// @param silence what it does when its master falls silent
public record Drive(String pump, Driver driver, Silence silence) {
    /// What stands behind a drive port.
    public sealed interface Driver {
        /// A Modbus RTU drive on a serial bus.
        ///
        /// @param bus           name of its bus
        /// @param map           its registers
        /// @param positiveTurns which way the head turns, seen from the front, for a positive speed or the
        ///                      forward word; a pump that pumps the other way is told the opposite speed
        record Modbus(String bus, ModbusDriveMap map, Direction positiveTurns) implements Driver {}

        /// The digital twin.
        record Twin() implements Driver {}
    }

    /// Whether it can move something.
    public boolean isHardware() {
        return switch (driver) {
            case Driver.Modbus _ -> true;
            case Driver.Twin _ -> false;
        };
    }
}
