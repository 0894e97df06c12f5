package org.altercor.hal.port;

/// The hardware emergency stop. It acts by wire; firmware only learns of it.
public interface EmergencyStop {
    void readPressed(SwitchReading into);
}
