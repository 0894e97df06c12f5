package org.altercor.config.schema;

import java.util.Locale;

/// Words of rig files that choose between shapes of a section.
public final class RigWords {
    private RigWords() {}

    /// What stands behind a drive.
    public enum DriveDriver {
        MODBUS,
        TWIN
    }

    /// What stands behind a sensor.
    public enum SensorDriver {
        BIOPROTT,
        GPIO,
        MODBUS,
        TWIN
    }

    /// What stands behind an output.
    public enum OutputDriver {
        GPIO,
        TWIN
    }

    /// What a drive does on silence.
    public enum OnSilence {
        NOTHING,
        HOLD,
        STOP,
        COAST,
        LEASE
    }

    /// Which way a clip-on flow probe sits on its line.
    public enum ProbeMounting {
        FORWARD,
        REVERSED
    }

    /// Level of a line that means active.
    public enum ActiveLevel {
        HIGH,
        LOW
    }

    /// The word of a constant, in lower case.
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
