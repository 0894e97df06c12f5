package org.altercor.hal.modbus;

/// What a drive may be sent.
enum DriveRequest {
    NONE(0),
    STOP(1),
    SPEED(1),
    DIRECTION(2),
    ENABLE(3),
    DISABLE(3),
    WATCHDOG(4),
    READ_WATCHDOG(5),
    READ_SPEED(6),
    READ_DIRECTION(7),
    READ_CURRENT(8),
    READ_FAULT(9),
    /// A read of the speed whose answer is not believed: it only shows that somebody answers.
    PROBE(10);

    /// One more than the largest [#slot].
    static final int SLOTS = 11;

    private final int slot;

    DriveRequest(int slot) {
        this.slot = slot;
    }

    /// Requests that share one share their period.
    int slot() {
        return slot;
    }

    boolean isRead() {
        return compareTo(READ_WATCHDOG) >= 0;
    }
}
