package org.altercor.safety.supervise;

/// How the control loop turns a pump. The codes are part of the recorded format.
public enum PumpMode {
    /// Standstill is asked, or nothing was.
    STOPPED(0, "stopped"),
    /// A speed is asked.
    SPEED(1, "speed"),
    /// A flow is asked.
    FLOW(2, "flow"),
    /// A mean flow is asked, in beats.
    PULSATILE(3, "pulsatile"),
    /// A ratio of another pump's flow is asked.
    FOLLOWER(4, "follower"),
    /// A centrifugal head holds its line against backflow, and pumps nothing.
    ZERO_FLOW(5, "zero-flow");

    private static final PumpMode[] BY_CODE = values();

    private final byte code;
    private final String word;

    PumpMode(int code, String word) {
        this.code = (byte) code;
        this.word = word;
    }

    /// Stable code for records and wires.
    public byte code() {
        return code;
    }

    /// The field's word.
    public String word() {
        return word;
    }

    /// The constant of a code; `STOPPED` for a code this version does not know.
    public static PumpMode ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : STOPPED;
    }
}
