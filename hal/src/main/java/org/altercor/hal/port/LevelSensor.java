package org.altercor.hal.port;

/// Blood volume in the reservoir, from a continuous sensor or from stick-on switches.
public interface LevelSensor {
    /// Volume in mL. A switch reports the volume of its mark: not a measurement, a bound (see [#readBelowMark]).
    void readMl(Reading into);

    /// Active while the level is below the sensor's lowest mark.
    void readBelowMark(SwitchReading into);
}
