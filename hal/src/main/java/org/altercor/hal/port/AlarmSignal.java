package org.altercor.hal.port;

/// Alarm priorities, in the order of the alarm standard, and silence.
///
/// The codes are part of the recorded format: they never change, and new constants get new codes.
public enum AlarmSignal {
    SILENT(0),
    LOW(1),
    MEDIUM(2),
    HIGH(3);

    private static final AlarmSignal[] BY_CODE = values();

    private final byte code;

    AlarmSignal(int code) {
        this.code = (byte) code;
    }

    /// Stable code for records and wires.
    public byte code() {
        return code;
    }

    /// The constant of a code; `HIGH` for a code this version does not know: unknown is not silent.
    public static AlarmSignal ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : HIGH;
    }
}
