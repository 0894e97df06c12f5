package org.altercor.safety.journal;

import java.time.Duration;

/// How soon a record must be on disk. The codes are part of the format.
public enum Durability {
    /// Acts, overrides and trips: before anybody calls them logged, within 50 ms.
    AT_ONCE(0, Duration.ZERO),
    /// Alarms: within 200 ms. They wait for half of that, so that what comes together is written together (J).
    SOON(1, Duration.ofMillis(100)),
    /// Frames and trends: by the second.
    BY_THE_SECOND(2, Duration.ofSeconds(1));

    private static final Durability[] BY_CODE = values();

    private final byte code;
    private final Duration patience;

    Durability(int code, Duration patience) {
        this.code = (byte) code;
        this.patience = patience;
    }

    /// Stable code for files.
    public byte code() {
        return code;
    }

    /// How long a record may wait before the writer writes it.
    public Duration patience() {
        return patience;
    }

    /// The constant of a code; the slowest one for a code this version does not know.
    public static Durability ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : BY_THE_SECOND;
    }
}
