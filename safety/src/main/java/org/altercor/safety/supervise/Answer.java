package org.altercor.safety.supervise;

/// How the request of a pump was answered. The codes are part of the recorded format.
public enum Answer {
    NONE(0, "not asked"),
    ACCEPTED(1, "accepted"),
    NOT_A_NUMBER(2, "that is not a number"),
    ABOVE_MAXIMUM(3, "above the pump's maximum"),
    START_NOT_PERMITTED(4, "a start is not permitted"),
    INCREASE_NOT_PERMITTED(5, "an increase is not permitted"),
    TURNING_THE_OTHER_WAY(6, "the pump turns the other way"),
    /// Slower than what counts as turning, and not zero.
    TOO_SLOW(7, "slower than the pump can turn"),
    /// The pump does not have this mode.
    NOT_THIS_MODE(8, "this pump has no such mode"),
    /// A pulse higher than ramp and maximum let the pump reach; the detail is the highest peak in mL/min.
    PEAK_OUT_OF_REACH(9, "the pulse cannot be reached"),
    /// A sensor that the mode needs is not known.
    SENSOR_MISSING(10, "a sensor that this mode needs is missing"),
    /// What is asked lies outside what the mode allows.
    OUT_OF_RANGE(11, "outside what this mode allows");

    private static final Answer[] BY_CODE = values();

    private final byte code;
    private final String words;

    Answer(int code, String words) {
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
    public static Answer ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
