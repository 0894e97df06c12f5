package org.altercor.safety.frame;

import java.util.Locale;

/// The two loops whose cycles are recorded. The codes are part of the journal's format.
public enum Loop {
    CONTROL(0),
    SUPERVISOR(1);

    private static final Loop[] BY_CODE = values();

    private final byte code;

    Loop(int code) {
        this.code = (byte) code;
    }

    /// Stable code for files.
    public byte code() {
        return code;
    }

    /// Its name.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The loop of a code.
    ///
    /// @throws IllegalArgumentException when there is none
    public static Loop ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no loop has code " + code);
        }
        return BY_CODE[code];
    }
}
