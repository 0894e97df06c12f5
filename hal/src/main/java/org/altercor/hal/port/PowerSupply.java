package org.altercor.hal.port;

/// Mains and battery of the console.
public interface PowerSupply {
    void readMainsPresent(SwitchReading into);

    /// Minutes left at the present load.
    void readBatteryMinutes(Reading into);
}
