package org.altercor.safety.supervise;

/// How far the supervisor is with a stop. The codes are part of the recorded format.
public enum StopState {
    /// It demands none.
    NONE(0),
    /// The clamp of a centrifugal head is closing; its drive keeps the line until it is shut.
    CLAMPING(1),
    /// Standstill is demanded, and not yet believed.
    DEMANDED(2),
    /// The shaft was seen to stand.
    STANDING(3),
    /// The line is clamped, and the head holds its zero-flow speed.
    CLAMPED(4),
    /// Power was cut by the second path.
    CUT(5);

    private static final StopState[] BY_CODE = values();

    private final byte code;

    StopState(int code) {
        this.code = (byte) code;
    }

    /// Stable code for records and wires.
    public byte code() {
        return code;
    }

    /// The constant of a code; `DEMANDED` for a code this version does not know.
    public static StopState ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : DEMANDED;
    }
}
