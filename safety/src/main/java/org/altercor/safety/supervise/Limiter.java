package org.altercor.safety.supervise;

/// What keeps a pump below what was asked of it: the lowest limit wins, and says its name. The codes are part of the
/// recorded format.
public enum Limiter {
    /// Nothing does.
    NONE(0, "as asked"),
    /// The pump, its drive or the profile's highest flow of its role.
    OWN_MAXIMUM(1, "its own maximum"),
    /// The line pressure is above what the profile regulates to.
    LINE_PRESSURE(2, "line pressure"),
    /// The reservoir is below what the profile regulates to.
    LEVEL(3, "reservoir level"),
    /// The supervisor limits the speed.
    SUPERVISOR(4, "an interlock"),
    /// No permit to increase.
    NO_INCREASE(5, "no increase is permitted"),
    /// The drive is kept at zero: it was stopped, or lost its motion.
    KEPT_AT_ZERO(6, "stopped"),
    /// A sensor that the mode needs is lost: the speed is held.
    SENSOR_LOST(7, "a lost sensor"),
    /// A rise was cut short by one of the others, which has ended: it goes on when it is asked for again.
    CUT_SHORT(8, "a rise that was cut short: ask again");

    private static final Limiter[] BY_CODE = values();

    private final byte code;
    private final String words;

    Limiter(int code, String words) {
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

    /// The constant of a code; `SUPERVISOR` for a code this version does not know: a limit that is not understood
    /// is still a limit.
    public static Limiter ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : SUPERVISOR;
    }
}
