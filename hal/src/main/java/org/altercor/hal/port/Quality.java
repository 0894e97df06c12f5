package org.altercor.hal.port;

/// What is known about a measurement. Only `GOOD` may be used for a decision; every other constant is the reason why
/// not.
///
/// The codes are part of the recorded format: they never change, and new constants get new codes.
public enum Quality {
    /// Never measured since start, or the value is not a number.
    MISSING(0),
    /// The device is gone: no valid frame, or the port is lost.
    DISCONNECTED(1),
    /// The device answers and says that it is faulty.
    DEVICE_FAULT(2),
    /// The device answers and says that it cannot see well enough (poor coupling, no tube, air in the beam).
    POOR_SIGNAL(3),
    /// Outside what this sensor can measure, or what is physically possible.
    OUT_OF_RANGE(4),
    /// Measured, in range, believed by the device.
    GOOD(5);

    private static final Quality[] BY_CODE = values();

    private final byte code;

    Quality(int code) {
        this.code = (byte) code;
    }

    /// Stable code for records and wires.
    public byte code() {
        return code;
    }

    /// The constant of a code; `MISSING` for a code this version does not know.
    public static Quality ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : MISSING;
    }
}
