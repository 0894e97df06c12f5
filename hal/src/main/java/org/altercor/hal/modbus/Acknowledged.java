package org.altercor.hal.modbus;

/// What a drive has confirmed of the words it was told since it was last lost.
///
/// A write that was refused, or was not answered as asked, may have been carried out or not: what the drive holds is
/// then unknown, and nothing of that word counts as confirmed until the write was repeated and acknowledged.
///
/// Owner: the bus thread. Allocates nothing.
final class Acknowledged {
    private static final int NOTHING = -1;

    private final boolean hasWatchdog;

    private int speedRaw;
    private int directionRaw;
    private DriveRequest enable = DriveRequest.NONE;
    private boolean watchdogWritten;
    private boolean watchdogVerified;

    /// @param hasWatchdog whether the drive has a watchdog time to be told
    Acknowledged(boolean hasWatchdog) {
        this.hasWatchdog = hasWatchdog;
        lost();
    }

    /// The drive may have rebooted: nothing counts as confirmed any more.
    void lost() {
        speedRaw = NOTHING;
        directionRaw = NOTHING;
        enable = DriveRequest.NONE;
        watchdogWritten = false;
        watchdogVerified = !hasWatchdog;
    }

    /// The drive answered as asked.
    ///
    /// @param raw what was written
    void answered(DriveRequest request, int raw) {
        switch (request) {
            case STOP, SPEED -> speedRaw = raw;
            case DIRECTION -> directionRaw = raw;
            case ENABLE, DISABLE -> enable = request;
            case WATCHDOG -> watchdogWritten = true;
            case NONE, READ_WATCHDOG, READ_SPEED, READ_DIRECTION, READ_CURRENT, READ_FAULT, PROBE -> {}
        }
    }

    /// The drive refused the request, or did not answer as asked.
    void forget(DriveRequest request) {
        switch (request) {
            case STOP, SPEED -> speedRaw = NOTHING;
            case DIRECTION -> directionRaw = NOTHING;
            case ENABLE, DISABLE -> enable = DriveRequest.NONE;
            case NONE, WATCHDOG, READ_WATCHDOG, READ_SPEED, READ_DIRECTION, READ_CURRENT, READ_FAULT, PROBE -> {}
        }
    }

    /// The watchdog register was read back.
    void watchdogRead(boolean asWritten) {
        watchdogVerified = asWritten;
        watchdogWritten = asWritten;
    }

    /// Whether this is the set-point the drive holds.
    boolean speedIs(int raw) {
        return speedRaw == raw;
    }

    /// Whether the set-point that the drive holds is known, turns it the way of `rpm`, and not faster.
    boolean speedIsWithin(double rpm, DriveRegisters registers) {
        return speedRaw != NOTHING && registers.turnsNotFasterThan(speedRaw, rpm);
    }

    /// Whether this is the direction word the drive holds.
    boolean directionIs(int raw) {
        return directionRaw == raw;
    }

    boolean isEnabled() {
        return enable == DriveRequest.ENABLE;
    }

    boolean isDisabled() {
        return enable == DriveRequest.DISABLE;
    }

    /// Whether the watchdog time was written and is to be read back.
    boolean watchdogIsWritten() {
        return watchdogWritten;
    }

    /// Whether the drive has the watchdog time that its map asks for, or has none to be told.
    boolean watchdogIsVerified() {
        return watchdogVerified;
    }
}
