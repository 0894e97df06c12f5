package org.altercor.safety.setting;

/// What became of an order to change a setting. The codes are part of the recorded format.
public enum SettingAnswer {
    NONE(0, "not asked"),
    ACCEPTED(1, "accepted"),
    /// A zero is being measured.
    TAKING(2, "being taken"),
    /// Of a zero that was ordered with no number as well: that is how an order is taken back.
    NOT_A_NUMBER(3, "withdrawn, or not a number"),
    /// The detail is the nearest value that is allowed.
    OUT_OF_RANGE(4, "outside what is allowed"),
    NOT_WHILE_TURNING(5, "not while its pump turns, or nobody knows whether it does"),
    ONLY_SAFER_WHILE_TURNING(6, "to the safe side only while its pump turns"),
    /// A zero of a sensor that is not known.
    SENSOR_UNKNOWN(7, "its sensor is not known"),
    /// A zero of a sensor that was not still; the detail is its standard deviation.
    UNSTEADY(8, "its sensor was not still"),
    /// A zero of a flow probe whose line is not known to be shut.
    LINE_OPEN(9, "its line is not known to be shut"),
    /// A bench key is needed: the rig says of itself that it is a bench.
    BENCH_ONLY(10, "on a bench rig only");

    private static final SettingAnswer[] BY_CODE = values();

    private final byte code;
    private final String words;

    SettingAnswer(int code, String words) {
        this.code = (byte) code;
        this.words = words;
    }

    /// Stable code for records and wires.
    public byte code() {
        return code;
    }

    /// For people.
    public String words() {
        return words;
    }

    /// The constant of a code; `NONE` for a code this version does not know.
    public static SettingAnswer ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
