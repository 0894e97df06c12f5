package org.altercor.hal.port;

/// An air (bubble) detector on one line.
public interface AirSensor {
    /// Active while air is seen; every bubble counts as one activation, however short. Never debounced.
    void readAirSeen(SwitchReading into);
}
