package org.altercor.config.rig;

/// The motor controller of one pump.
///
/// @param pump    name of the pump it turns
/// @param driver  what stands behind its port
/// @param silence what it does when its master falls silent
public record Drive(String pump, Driver driver, Silence silence) {
    /// What stands behind a drive port.
    public sealed interface Driver {
        /// A Modbus RTU drive on a serial bus.
        record Modbus(String bus, ModbusDriveMap map) implements Driver {}

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
