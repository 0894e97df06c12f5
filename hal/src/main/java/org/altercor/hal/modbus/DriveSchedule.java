package org.altercor.hal.modbus;

import static org.altercor.hal.modbus.DriveRequest.*;

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
/// A drive without such a word is sent a speed only right after its shaft was read, with nothing said in between:
/// the set-point alone would spin it up when it had rebooted, or stopped by itself.
///
/// Whatever depends on a word waits until the drive has confirmed it ([Acknowledged]), and a read waits until
/// no other answer can be taken for its own ([LateAnswers]). Where no speed may be written meanwhile the
/// watchdog time is written again; where there is none, the speed is asked for until anything is answered,
/// that answer is not believed, and nothing more is asked until the line was quiet for
/// [LateAnswers#LATE_ANSWER_NANOS].
///
/// Owner: the bus thread. Allocates nothing.
final class DriveSchedule {
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

    /// How long after the shaft was asked for a set-point may still follow at once: longer only when the bus thread
    /// stalled. On a bus that keeps the slowest stop (63 ms) a read and a turn of the line take less. Our own
    /// judgement.
    private static final long LOOK_NANOS = 100_000_000;

    private final ModbusDriveMap map;
    private final DriveRegisters registers;
    private final Acknowledged acknowledged;
    private final LateAnswers late = new LateAnswers();
    private final AskList list = new AskList();

    private boolean directionIsWanted;
    private boolean shaftJustRead; // and nothing was sent, or could have been sent, since
    private long shaftReadNanos;
    private boolean setPointWaits; // for the shaft to be read
    private boolean zeroOrdered;
    private long zeroSinceNanos;

    DriveSchedule(ModbusDriveMap map, DriveRegisters registers) {
        this.map = map;
        this.registers = registers;
        acknowledged = new Acknowledged(map.watchdog().isPresent());
        connected(0);
    }

    /// The line is a new one. What was asked on the old one may still be answered.
    void connected(long nowNanos) {
        lost(nowNanos);
        late.readMayBeLate(nowNanos);
    }

    /// The drive may have rebooted: nothing counts as acknowledged any more, and everything is due.
    void lost(long nowNanos) {
        acknowledged.lost();
        directionIsWanted = false;
        shaftJustRead = false;
        list.restart(nowNanos, SLOW_READ_PERIOD_NANOS);
    }

    /// Chooses the most overdue request.
    ///
    /// @param measuredRpm the shaft as last read back; NaN when not known
    /// @param strayNanos  when the line last brought something that nobody waited for
    DriveRequest choose(long nowNanos, DriveDuty duty, double measuredRpm, long strayNanos) {
        list.clear();
        late.stray(strayNanos);
        late.endWhenQuiet(nowNanos);
        if (duty.stopIsUrgent()) {
            list.offerAtOnce(nowNanos, STOP);
        } else if (duty.order() != Order.SILENCE) {
            offerAll(nowNanos, duty, measuredRpm);
        }
        return list.best();
    }

    private void offerAll(long nowNanos, DriveDuty duty, double measuredRpm) {
        Order order = duty.order();
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
                setPointWaits && late.areDoubted() && map.watchdog().isPresent();
        if ((!acknowledged.watchdogIsVerified() && !acknowledged.watchdogIsWritten()) || echoIsWanted) {
            list.offer(nowNanos, WATCHDOG, echoIsWanted ? WRITE_PERIOD_NANOS : SET_UP_PERIOD_NANOS);
        }
        boolean nothingIsWritten = order == Order.WATCH || setPointWaits;
        if (!late.areDoubted()) {
            offerReads(nowNanos, stopping);
        } else if (nothingIsWritten && late.isSilent()) {
            list.offer(nowNanos, PROBE, WRITE_PERIOD_NANOS);
        }
    }

    private void offerZero(long nowNanos, Order order, boolean standing, boolean stopping) {
        boolean atOnce = !acknowledged.speedIs(0) || stopping || late.areDoubted();
        list.offer(nowNanos, order == Order.STOP ? STOP : SPEED, atOnce ? WRITE_PERIOD_NANOS : REFRESH_NANOS);
        boolean mayDisable = standing || nowNanos - zeroSinceNanos >= DISABLE_AFTER_NANOS;
        if (map.enable().isPresent() && !acknowledged.isDisabled() && mayDisable) {
            list.offer(nowNanos, DISABLE, WRITE_PERIOD_NANOS);
        }
    }

    private void offerSpeed(long nowNanos, double rpm, boolean justRead) {
        if (map.direction().isPresent() && !acknowledged.directionIs(registers.directionRaw(rpm))) {
            list.offer(nowNanos, DIRECTION, WRITE_PERIOD_NANOS);
            return;
        }
        boolean confirmed = acknowledged.speedIs(registers.speedRaw(rpm));
        long periodNanos = confirmed && !late.areDoubted() ? REFRESH_NANOS : WRITE_PERIOD_NANOS;
        if (map.enable().isPresent() || justRead) {
            list.offer(nowNanos, SPEED, periodNanos);
        } else {
            setPointWaits = list.isDue(nowNanos, SPEED, periodNanos);
        }
        boolean mayEnable = acknowledged.speedIsWithin(rpm, registers);
        if (map.enable().isPresent() && !acknowledged.isEnabled() && mayEnable) {
            list.offer(nowNanos, ENABLE, WRITE_PERIOD_NANOS);
        }
    }

    private void offerReads(long nowNanos, boolean stopping) {
        if (!acknowledged.watchdogIsVerified() && acknowledged.watchdogIsWritten()) {
            list.offer(nowNanos, READ_WATCHDOG, WRITE_PERIOD_NANOS);
        }
        long periodNanos = stopping || setPointWaits ? WRITE_PERIOD_NANOS : READ_PERIOD_NANOS;
        if (directionIsWanted) {
            list.offer(nowNanos, READ_DIRECTION, WRITE_PERIOD_NANOS);
        } else {
            list.offer(nowNanos, READ_SPEED, periodNanos);
        }
        if (map.current().isPresent()) {
            list.offer(nowNanos, READ_CURRENT, SLOW_READ_PERIOD_NANOS);
        }
        if (map.fault().isPresent()) {
            list.offer(nowNanos, READ_FAULT, SLOW_READ_PERIOD_NANOS);
        }
    }

    /// Since when the chosen request is due.
    long dueNanos() {
        return list.dueNanos();
    }

    /// A request was handed to the port, or the port did not take it.
    void sent(DriveRequest request, long nowNanos) {
        list.sent(request, nowNanos);
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
    void answered(DriveRequest request, int raw, long nowNanos) {
        acknowledged.answered(request, raw);
        heard(request, nowNanos);
        if (request == READ_SPEED) {
            directionIsWanted = map.actualDirection().isPresent();
        } else if (request == READ_DIRECTION) {
            directionIsWanted = false;
        }
    }

    /// The watchdog register was read back.
    void watchdogRead(boolean asWritten) {
        acknowledged.watchdogRead(asWritten);
    }

    /// The drive refused the request.
    void refused(DriveRequest request, long nowNanos) {
        acknowledged.forget(request);
        directionIsWanted &= request != READ_DIRECTION;
        heard(request, nowNanos);
    }

    private void heard(DriveRequest request, long nowNanos) {
        if (request.isRead()) {
            late.readAnswered(nowNanos);
        } else {
            late.writeAnswered(nowNanos);
        }
    }

    /// No answer came, or none that could be believed.
    void unanswered(DriveRequest request, long nowNanos) {
        acknowledged.forget(request);
        directionIsWanted = false;
        if (request.isRead()) {
            late.readMayBeLate(nowNanos);
        } else {
            late.writeMayBeLate(nowNanos);
        }
    }

    /// Whether the drive has the watchdog time that its map asks for.
    boolean isSetUp() {
        return acknowledged.watchdogIsVerified();
    }
}
