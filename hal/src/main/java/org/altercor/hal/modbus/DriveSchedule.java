package org.altercor.hal.modbus;

import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.hal.bus.DriveDuty;
import org.altercor.hal.bus.DriveDuty.Order;
import org.altercor.hal.bus.RestartGuard;

/// Which request a drive is to be sent next, and since when it is due.
///
/// ```
/// stop slot newly set   STOP at once, before anything else on the line
/// a speed               direction (when it differs) ─► speed ─► enable, in that order, each until acknowledged
/// zero                  speed 0; enable off once the shaft stands, or after 500 ms
/// after that            speed refreshed every 50 ms, read every 25 ms; current and fault every 200 ms
/// stopping              stop and read in turn, every 10 ms, until the shaft stands
/// silence               nothing
/// ```
///
/// Enable is written once per start and never refreshed: a drive that rebooted with its enable off stays off. It is
/// written only on a speed that the drive has acknowledged and that is not above the one asked for.
///
/// A write that was refused, or was not answered as asked, may have been carried out or not: what the drive holds is
/// then unknown, and whatever depends on it waits until the write was repeated and acknowledged.
///
/// A drive without such a word is sent a speed only right after its shaft was read, with nothing said in between:
/// the set-point alone would spin it up when it had rebooted, or stopped by itself.
///
/// A read that was not answered in time might still be answered, and an answer does not name its register.
/// Answers come in order, so the next read waits for answered writes: one more than there are writes whose own
/// answers may still be late (an echo does not say which of two equal writes it answers). Where no speed may be
/// written the watchdog time is written again; where there is none, the read waits 250 ms.
///
/// Owner: the bus thread. Allocates nothing.
final class DriveSchedule {
    enum Request {
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
        READ_FAULT(9);

        private static final int SLOTS = 10;

        private final int slot; // requests that share one share their period

        Request(int slot) {
            this.slot = slot;
        }

        boolean isRead() {
            return compareTo(READ_WATCHDOG) >= 0;
        }
    }

    /// Keep-alive of the set-point: 50 ms. Our own judgement: a fourth of the shortest watchdog.
    static final long REFRESH_NANOS = 50_000_000;

    /// Shortest time between two writes of a kind: one period of the control loop.
    static final long WRITE_PERIOD_NANOS = 10_000_000;

    /// How often the speed is read: twice per keep-alive. Our own judgement.
    static final long READ_PERIOD_NANOS = 25_000_000;

    /// How often current and fault code are read. Our own judgement.
    static final long SLOW_READ_PERIOD_NANOS = 200_000_000;

    /// How often a set-up that failed is tried again. Our own judgement.
    static final long SET_UP_PERIOD_NANOS = 100_000_000;

    /// How long a turning shaft is given to follow speed zero before the drive is disabled all the same. Our own
    /// judgement: beyond the 300 ms aimed at for a braked roller.
    static final long DISABLE_AFTER_NANOS = 500_000_000;

    /// How long a late answer to a read may still be on its way: the delay of fault B11 (200 ms), and a quarter.
    static final long LATE_ANSWER_NANOS = 250_000_000;

    /// How long after the shaft was asked for a set-point may still follow at once: longer only when the bus thread
    /// stalled. On a bus that keeps the slowest stop (63 ms) a read and a turn of the line take less. Our own
    /// judgement.
    private static final long LOOK_NANOS = 100_000_000;

    private static final int NOT_ACKNOWLEDGED = -1;

    private final ModbusDriveMap map;
    private final DriveRegisters registers;
    private final long[] lastNanos = new long[Request.SLOTS];

    private int speedAcknowledged;
    private int directionAcknowledged;
    private Request enableAcknowledged = Request.NONE;
    private boolean watchdogWritten;
    private boolean watchdogVerified;
    private boolean directionIsWanted;
    private boolean shaftJustRead; // and nothing was sent, or could have been sent, since
    private long shaftReadNanos;
    private boolean setPointWaits; // for the shaft to be read
    private int echoesNeeded; // answered writes before a read may be sent; 0 when no read can be late
    private int echoesLate; // writes that were not answered in time and may still be
    private long echoMissedNanos;
    private long readsNotBeforeNanos;
    private boolean zeroOrdered;
    private long zeroSinceNanos;
    private Request best = Request.NONE;
    private long bestDueNanos;

    DriveSchedule(ModbusDriveMap map, DriveRegisters registers) {
        this.map = map;
        this.registers = registers;
        connected(0);
    }

    /// The line is a new one. What was asked on the old one may still be answered.
    void connected(long nowNanos) {
        lost(nowNanos);
        readMayBeLate(nowNanos);
    }

    /// The drive may have rebooted: nothing counts as acknowledged any more, and everything is due.
    void lost(long nowNanos) {
        speedAcknowledged = NOT_ACKNOWLEDGED;
        directionAcknowledged = NOT_ACKNOWLEDGED;
        enableAcknowledged = Request.NONE;
        watchdogWritten = false;
        watchdogVerified = map.watchdog().isEmpty();
        directionIsWanted = false;
        shaftJustRead = false;
        for (int i = 0; i < lastNanos.length; i++) {
            lastNanos[i] = nowNanos - SLOW_READ_PERIOD_NANOS;
        }
    }

    /// Chooses the most overdue request.
    ///
    /// @param measuredRpm the shaft as last read back; NaN when not known
    Request choose(long nowNanos, DriveDuty duty, double measuredRpm) {
        best = Request.NONE;
        Order order = duty.order();
        if (duty.stopIsUrgent()) {
            best = Request.STOP;
            bestDueNanos = nowNanos;
            return best;
        }
        if (order == Order.SILENCE) {
            return best;
        }
        boolean standing = Math.abs(measuredRpm) < RestartGuard.STANDSTILL_RPM;
        boolean zero = order == Order.STOP || (order == Order.SPEED && duty.orderRpm() == 0);
        if (zero && !zeroOrdered) {
            zeroSinceNanos = nowNanos;
        }
        zeroOrdered = zero;
        boolean stopping = order == Order.STOP && !standing;
        boolean justRead = shaftJustRead && nowNanos - shaftReadNanos <= LOOK_NANOS;
        shaftJustRead = false;
        setPointWaits = false;
        if (zero) {
            offerZero(nowNanos, order, standing, stopping);
        } else if (order == Order.SPEED) {
            offerSpeed(nowNanos, duty.orderRpm(), justRead);
        }
        boolean echoIsWanted =
                setPointWaits && echoesNeeded > 0 && map.watchdog().isPresent();
        if ((!watchdogVerified && !watchdogWritten) || echoIsWanted) {
            offer(nowNanos, Request.WATCHDOG, echoIsWanted ? WRITE_PERIOD_NANOS : SET_UP_PERIOD_NANOS);
        }
        boolean nothingIsWritten = order == Order.WATCH || setPointWaits;
        if (echoesNeeded == 0 || (nothingIsWritten && nowNanos - readsNotBeforeNanos >= 0)) {
            offerReads(nowNanos, stopping);
        }
        return best;
    }

    private void offerZero(long nowNanos, Order order, boolean standing, boolean stopping) {
        boolean atOnce = speedAcknowledged != 0 || stopping || echoesNeeded > 0;
        offer(
                nowNanos,
                order == Order.STOP ? Request.STOP : Request.SPEED,
                atOnce ? WRITE_PERIOD_NANOS : REFRESH_NANOS);
        boolean mayDisable = standing || nowNanos - zeroSinceNanos >= DISABLE_AFTER_NANOS;
        if (map.enable().isPresent() && enableAcknowledged != Request.DISABLE && mayDisable) {
            offer(nowNanos, Request.DISABLE, WRITE_PERIOD_NANOS);
        }
    }

    private void offerSpeed(long nowNanos, double rpm, boolean justRead) {
        if (map.direction().isPresent() && directionAcknowledged != registers.directionRaw(rpm)) {
            offer(nowNanos, Request.DIRECTION, WRITE_PERIOD_NANOS);
            return;
        }
        boolean acknowledged = speedAcknowledged == registers.speedRaw(rpm);
        long periodNanos = acknowledged && echoesNeeded == 0 ? REFRESH_NANOS : WRITE_PERIOD_NANOS;
        if (map.enable().isPresent() || justRead) {
            offer(nowNanos, Request.SPEED, periodNanos);
        } else {
            setPointWaits = nowNanos - lastNanos[Request.SPEED.slot] >= periodNanos;
        }
        boolean mayEnable =
                speedAcknowledged != NOT_ACKNOWLEDGED && registers.turnsNotFasterThan(speedAcknowledged, rpm);
        if (map.enable().isPresent() && enableAcknowledged != Request.ENABLE && mayEnable) {
            offer(nowNanos, Request.ENABLE, WRITE_PERIOD_NANOS);
        }
    }

    private void offerReads(long nowNanos, boolean stopping) {
        if (!watchdogVerified && watchdogWritten) {
            offer(nowNanos, Request.READ_WATCHDOG, WRITE_PERIOD_NANOS);
        }
        long periodNanos = stopping || setPointWaits ? WRITE_PERIOD_NANOS : READ_PERIOD_NANOS;
        if (directionIsWanted) {
            offer(nowNanos, Request.READ_DIRECTION, WRITE_PERIOD_NANOS);
        } else {
            offer(nowNanos, Request.READ_SPEED, periodNanos);
        }
        if (map.current().isPresent()) {
            offer(nowNanos, Request.READ_CURRENT, SLOW_READ_PERIOD_NANOS);
        }
        if (map.fault().isPresent()) {
            offer(nowNanos, Request.READ_FAULT, SLOW_READ_PERIOD_NANOS);
        }
    }

    private void offer(long nowNanos, Request request, long periodNanos) {
        long dueNanos = lastNanos[request.slot] + periodNanos;
        boolean isDue = nowNanos - dueNanos >= 0;
        if (isDue && (best == Request.NONE || dueNanos - bestDueNanos < 0)) {
            best = request;
            bestDueNanos = dueNanos;
        }
    }

    /// Since when the chosen request is due.
    long dueNanos() {
        return bestDueNanos;
    }

    /// A request was handed to the port, or the port did not take it.
    void sent(Request request, long nowNanos) {
        lastNanos[request.slot] = nowNanos;
        shaftJustRead = false;
    }

    /// The shaft was read, completely.
    ///
    /// @param askedNanos when the answer was asked for
    void shaftRead(long askedNanos) {
        shaftJustRead = true;
        shaftReadNanos = askedNanos;
    }

    /// The drive answered as asked.
    ///
    /// @param raw what was written, or the register that was read
    void answered(Request request, int raw) {
        countEcho(request);
        switch (request) {
            case STOP, SPEED -> speedAcknowledged = raw;
            case DIRECTION -> directionAcknowledged = raw;
            case ENABLE, DISABLE -> enableAcknowledged = request;
            case WATCHDOG -> watchdogWritten = true;
            case READ_SPEED -> directionIsWanted = map.actualDirection().isPresent();
            case READ_DIRECTION -> directionIsWanted = false;
            case NONE, READ_WATCHDOG, READ_CURRENT, READ_FAULT -> {}
        }
    }

    /// The watchdog register was read back.
    void watchdogRead(boolean asWritten) {
        watchdogVerified = asWritten;
        watchdogWritten = asWritten;
    }

    /// The drive refused the request.
    void refused(Request request) {
        countEcho(request);
        forget(request);
        directionIsWanted &= request != Request.READ_DIRECTION;
    }

    /// No answer came, or none that could be believed.
    void unanswered(Request request, long nowNanos) {
        directionIsWanted = false;
        forget(request);
        if (request.isRead()) {
            readMayBeLate(nowNanos);
        } else {
            forgetOldEchoes(nowNanos);
            echoesLate++;
            echoMissedNanos = nowNanos;
            if (echoesNeeded > 0) {
                echoesNeeded++;
            }
        }
    }

    private void forget(Request request) {
        switch (request) {
            case STOP, SPEED -> speedAcknowledged = NOT_ACKNOWLEDGED;
            case DIRECTION -> directionAcknowledged = NOT_ACKNOWLEDGED;
            case ENABLE, DISABLE -> enableAcknowledged = Request.NONE;
            case NONE, WATCHDOG, READ_WATCHDOG, READ_SPEED, READ_DIRECTION, READ_CURRENT, READ_FAULT -> {}
        }
    }

    private void readMayBeLate(long nowNanos) {
        forgetOldEchoes(nowNanos);
        echoesNeeded = echoesLate + 1;
        readsNotBeforeNanos = nowNanos + LATE_ANSWER_NANOS;
    }

    private void forgetOldEchoes(long nowNanos) {
        if (nowNanos - echoMissedNanos >= LATE_ANSWER_NANOS) {
            echoesLate = 0;
            echoesNeeded = Math.min(echoesNeeded, 1);
        }
    }

    private void countEcho(Request request) {
        if (!request.isRead() && echoesNeeded > 0) {
            echoesNeeded--;
        }
    }

    /// Whether the drive has the watchdog time that its map asks for.
    boolean isSetUp() {
        return watchdogVerified;
    }
}
