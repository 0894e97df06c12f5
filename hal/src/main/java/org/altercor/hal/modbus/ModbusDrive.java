package org.altercor.hal.modbus;

import java.time.Duration;
import org.altercor.config.LossPolicy;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.RegisterField;
import org.altercor.config.rig.Silence;
import org.altercor.config.rig.WriteFunction;
import org.altercor.hal.bus.DeadSlaveBackoff;
import org.altercor.hal.bus.DriveDuty;
import org.altercor.hal.bus.DriveDuty.Order;
import org.altercor.hal.bus.LinkHealth;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.cell.DriveStatusCell;
import org.altercor.hal.line.Link;
import org.altercor.hal.modbus.DriveSchedule.Request;
import org.altercor.hal.modbus.ModbusMaster.Outcome;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.DriveStop;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;

/// A pump drive that speaks Modbus RTU, driven by its register map.
///
/// The ports' calls may come from any loop; everything package-private belongs to the bus thread. The time of a
/// reading is when its request was sent: the drive measured later, so a reading is never older than it says.
/// Allocates nothing after construction.
public final class ModbusDrive implements PumpDrive, DriveStop {
    /// A drive that was sent nothing for so long was left in silence: its watchdog may have acted. Our own
    /// judgement: watchdogs of drives are set to 200 to 300 ms.
    private static final long AWAY_NANOS = 200_000_000;

    /// Quarters of the time after which a drive is known to act on silence. The last is for the next request's way
    /// to the drive. Our own judgement.
    private static final int AWAY_QUARTERS = 3;

    /// A speed older than this is not known any more: ten times the period at which it is read, and the oldest that
    /// a bus is budgeted for. Our own judgement.
    private static final long STALE_NANOS = 250_000_000;

    /// Reads of the speed in a row whose failure makes a drive lost, as a dead slave is, though its writes be
    /// answered.
    private static final int SPEED_MISSES_TO_LOSS = DeadSlaveBackoff.MISSES_TO_DEATH;

    private final ModbusDriveMap map;
    private final long timeoutNanos;
    private final long awayNanos;
    private final int watchdogRaw;
    private final DriveRegisters registers;
    private final DriveSchedule schedule;
    private final DriveDuty duty;
    private final DeadSlaveBackoff backoff = new DeadSlaveBackoff();
    private final LinkHealth health = new LinkHealth();

    private final MeasuredQuantity speed = new MeasuredQuantity();
    private final MeasuredQuantity current = new MeasuredQuantity();
    private final MeasuredQuantity fault = new MeasuredQuantity();
    private final DriveStatusCell status = new DriveStatusCell();
    private final DriveStatus mine = new DriveStatus();

    private Request underWay = Request.NONE;
    private int sentRaw;
    private int speedRaw;
    private long speedSentNanos;
    private int speedMisses;
    private long sentNanos;
    private boolean silent;
    private boolean answering; // since the link was opened, the drive was dead, or nothing was said

    /// @param map        registers of the drive
    /// @param silence    what the drive does when nobody speaks to it
    /// @param policy     what happens when the control loop's command runs out
    /// @param beat       the supervisor's sign of life
    /// @param joinWindow how long after start a turning drive waits for a restarted program to adopt it; may be
    /// zero
    public ModbusDrive(
            ModbusDriveMap map, Silence silence, LossPolicy policy, SupervisorBeat beat, Duration joinWindow) {
        this.map = map;
        awayNanos = awayNanos(map, silence);
        timeoutNanos = map.responseTimeout().toNanos();
        watchdogRaw = DriveRegisters.watchdogRaw(map);
        registers = new DriveRegisters(map);
        schedule = new DriveSchedule(map, registers);
        duty = new DriveDuty(policy, beat, joinWindow);
    }

    private static long awayNanos(ModbusDriveMap map, Silence silence) {
        long actsNanos = map.watchdogTimeout().map(Duration::toNanos).orElse(Long.MAX_VALUE);
        actsNanos = switch (silence) {
            case Silence.Nothing() -> actsNanos;
            case Silence.Fixed(var _, var after) -> Math.min(actsNanos, after.toNanos());
            case Silence.Lease(var after) -> Math.min(actsNanos, after.toNanos());
        };
        return Math.min(AWAY_NANOS, actsNanos / 4 * AWAY_QUARTERS);
    }

    @Override
    public void command(double speedRpm, long validUntilNanos) {
        if (registers.fits(speedRpm) || !Double.isFinite(speedRpm)) {
            duty.command(speedRpm, validUntilNanos);
        } else {
            duty.refuseCommand();
        }
    }

    @Override
    public void readSpeedRpm(Reading into) {
        speed.cell().copyTo(into);
    }

    @Override
    public void readCurrentAmps(Reading into) {
        current.cell().copyTo(into);
    }

    @Override
    public void readFaultCode(Reading into) {
        fault.cell().copyTo(into);
    }

    @Override
    public void readStatus(DriveStatus into) {
        status.copyTo(into);
    }

    @Override
    public void demand() {
        duty.demandStop();
    }

    @Override
    public void release() {
        duty.releaseStop();
    }

    /// Modbus address.
    int slave() {
        return map.slave();
    }

    /// The port was opened anew.
    void connected(long nowNanos, long connections) {
        mine.connections = connections;
        lost();
        schedule.connected(nowNanos);
        backoff.hurry(nowNanos);
    }

    /// The port is gone.
    void disconnected() {
        lost();
    }

    private void lost() {
        underWay = Request.NONE;
        answering = false;
        speedMisses = 0;
        duty.driveLost();
        speed.lose();
        current.lose();
        fault.lose();
    }

    /// Decides what is owed now and says so in the status. Once per bus cycle.
    void decide(long nowNanos) {
        if (answering && nowNanos - sentNanos >= awayNanos) {
            lost();
            schedule.lost(nowNanos);
        }
        boolean wasUrgent = duty.stopIsUrgent();
        duty.decide(nowNanos, speed.known(nowNanos, STALE_NANOS), answering && schedule.isSetUp());
        if (duty.stopIsUrgent() && !wasUrgent) {
            backoff.hurry(nowNanos);
        }
        duty.describe(mine);
        mine.framesGood = health.framesGood();
        mine.framesBad = health.framesBad();
        mine.timeouts = health.timeouts();
        mine.lastGoodFrameNanos = health.lastGoodFrameNanos();
        status.publish(mine);
    }

    boolean stopIsUrgent() {
        return duty.stopIsUrgent();
    }

    boolean isDead() {
        return backoff.isDead();
    }

    /// Chooses the next request.
    ///
    /// @return whether there is one
    boolean wantsLine(long nowNanos) {
        underWay = Request.NONE;
        boolean wasSilent = silent;
        silent = duty.order() == Order.SILENCE;
        if (silent && !wasSilent) { // from here on nobody knows what the drive does
            lost();
            schedule.lost(nowNanos);
        }
        if (duty.stopIsUrgent() || backoff.isDue(nowNanos, duty.stopIsPending())) {
            underWay = schedule.choose(nowNanos, duty, speed.known(nowNanos, STALE_NANOS));
        }
        return underWay != Request.NONE;
    }

    /// Since when the chosen request is due.
    long dueNanos() {
        return schedule.dueNanos();
    }

    /// Sends the chosen request.
    Outcome begin(ModbusMaster master, Link link, long nowNanos) {
        schedule.sent(underWay, nowNanos);
        sentNanos = nowNanos;
        Outcome outcome = underWay.isRead() ? read(master, link, nowNanos) : write(master, link, nowNanos);
        if (outcome == Outcome.WAITING && underWay == Request.STOP) {
            duty.stopSent();
            mine.stopsSent++;
            mine.lastStopSentNanos = nowNanos;
        } else if (outcome == Outcome.WAITING && underWay == Request.SPEED) {
            duty.told(duty.orderRpm());
        }
        return outcome;
    }

    private Outcome write(ModbusMaster master, Link link, long nowNanos) {
        int address = addressToWrite();
        sentRaw = rawToWrite();
        return map.write() == WriteFunction.SINGLE
                ? master.writeOne(link, nowNanos, map.slave(), address, sentRaw, timeoutNanos)
                : master.writeSeveral(link, nowNanos, map.slave(), address, sentRaw, timeoutNanos);
    }

    private int addressToWrite() {
        return switch (underWay) {
            case STOP, SPEED -> map.setSpeed().address();
            case DIRECTION -> map.direction().orElseThrow().address();
            case ENABLE, DISABLE -> map.enable().orElseThrow().address();
            case WATCHDOG -> map.watchdog().orElseThrow().address();
            case NONE, READ_WATCHDOG, READ_SPEED, READ_DIRECTION, READ_CURRENT, READ_FAULT ->
                throw new IllegalStateException("nothing to write");
        };
    }

    private int rawToWrite() {
        return switch (underWay) {
            case STOP -> 0;
            case SPEED -> registers.speedRaw(duty.orderRpm());
            case DIRECTION -> registers.directionRaw(duty.orderRpm());
            case ENABLE -> map.enable().orElseThrow().on();
            case DISABLE -> map.enable().orElseThrow().off();
            case WATCHDOG -> watchdogRaw;
            case NONE, READ_WATCHDOG, READ_SPEED, READ_DIRECTION, READ_CURRENT, READ_FAULT ->
                throw new IllegalStateException("nothing to write");
        };
    }

    private Outcome read(ModbusMaster master, Link link, long nowNanos) {
        RegisterField field = fieldToRead();
        int function = switch (field.table()) {
            case HOLDING -> ModbusFrames.READ_HOLDING;
            case INPUT -> ModbusFrames.READ_INPUT;
        };
        return master.read(link, nowNanos, map.slave(), function, field.address(), timeoutNanos);
    }

    private RegisterField fieldToRead() {
        return switch (underWay) {
            case READ_WATCHDOG -> map.watchdog().orElseThrow();
            case READ_SPEED -> map.actualSpeed();
            case READ_DIRECTION -> map.actualDirection().orElseThrow();
            case READ_CURRENT -> map.current().orElseThrow();
            case READ_FAULT -> map.fault().orElseThrow();
            case NONE, STOP, SPEED, DIRECTION, ENABLE, DISABLE, WATCHDOG ->
                throw new IllegalStateException("nothing to read");
        };
    }

    /// The transaction begun by [#begin] has ended.
    void settle(Outcome outcome, ModbusMaster master, long nowNanos) {
        switch (outcome) {
            case ANSWERED -> {
                answered(nowNanos);
                accept(master);
            }
            case REFUSED -> {
                answered(nowNanos);
                mine.exceptions++;
                schedule.refused(underWay);
                refuse(nowNanos);
            }
            case BAD_ANSWER -> {
                health.bad();
                missed(nowNanos);
            }
            case TIMED_OUT -> {
                health.timedOut();
                missed(nowNanos);
            }
            case NOT_SENT -> missed(nowNanos);
            case WAITING -> {}
        }
    }

    private void answered(long nowNanos) {
        health.good(nowNanos);
        backoff.answered();
        answering = true;
    }

    private void missed(long nowNanos) {
        schedule.unanswered(underWay, nowNanos);
        backoff.missed(nowNanos);
        speedMisses += underWay == Request.READ_SPEED || underWay == Request.READ_DIRECTION ? 1 : 0;
        if (answering && (backoff.isDead() || speedMisses >= SPEED_MISSES_TO_LOSS)) {
            lost();
            schedule.lost(nowNanos);
        }
    }

    private void accept(ModbusMaster master) {
        int raw = underWay.isRead() ? master.register() : sentRaw;
        schedule.answered(underWay, raw);
        switch (underWay) {
            case READ_WATCHDOG -> schedule.watchdogRead(raw == watchdogRaw);
            case READ_SPEED -> {
                speedRaw = raw;
                speedSentNanos = master.sentAtNanos();
                if (map.actualDirection().isEmpty()) {
                    measured(registers.speedRpm(raw));
                }
            }
            case READ_DIRECTION -> measured(registers.speedRpm(speedRaw, raw));
            case READ_CURRENT ->
                current.publish(
                        DriveRegisters.decode(map.current().orElseThrow(), raw),
                        raw,
                        master.sentAtNanos(),
                        Quality.GOOD);
            case READ_FAULT ->
                fault.publish(
                        DriveRegisters.decode(map.fault().orElseThrow(), raw), raw, master.sentAtNanos(), Quality.GOOD);
            case NONE, STOP, SPEED, DIRECTION, ENABLE, DISABLE, WATCHDOG -> {}
        }
    }

    private void measured(double rpm) {
        speedMisses = 0;
        schedule.shaftRead(sentNanos);
        speed.publish(rpm, speedRaw, speedSentNanos, Quality.GOOD);
        if (!Double.isNaN(rpm)) {
            double code = fault.known();
            duty.measured(rpm, !Double.isNaN(code) && code != 0);
        }
    }

    private void refuse(long nowNanos) {
        switch (underWay) {
            case READ_SPEED, READ_DIRECTION -> speed.publish(Double.NaN, Double.NaN, nowNanos, Quality.DEVICE_FAULT);
            case READ_CURRENT -> current.publish(Double.NaN, Double.NaN, nowNanos, Quality.DEVICE_FAULT);
            case READ_FAULT -> fault.publish(Double.NaN, Double.NaN, nowNanos, Quality.DEVICE_FAULT);
            case NONE, STOP, SPEED, DIRECTION, ENABLE, DISABLE, WATCHDOG, READ_WATCHDOG -> {}
        }
    }
}
