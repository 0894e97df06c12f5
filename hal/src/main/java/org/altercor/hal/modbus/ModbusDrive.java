package org.altercor.hal.modbus;

import java.time.Duration;
import org.altercor.config.LossPolicy;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.Silence;
import org.altercor.hal.bus.DriveDuty;
import org.altercor.hal.bus.DriveDuty.Order;
import org.altercor.hal.bus.ServedDrive;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.line.Link;
import org.altercor.hal.modbus.ModbusMaster.Outcome;

/// A pump drive that speaks Modbus RTU, driven by its register map.
///
/// ```
/// DriveDuty ─ what is owed ─► DriveSchedule ─ which request ─► DriveSender ─► line
///     ▲                                                                        │
///     └── DriveReadings ◄── what it says ──┬── ModbusDrive ◄────── outcome ────┘
///                           whether it answers ─► DriveContact
/// ```
///
/// The ports' calls may come from any loop; everything package-private belongs to the bus thread. Allocates nothing
/// after construction.
public final class ModbusDrive extends ServedDrive {
    private final int slave;
    private final DriveRegisters registers;
    private final DriveSchedule schedule;
    private final DriveSender sender;
    private final DriveReadings readings;
    private final DriveContact contact;

    private DriveRequest underWay = DriveRequest.NONE;
    private boolean silent;

    /// @param map        registers of the drive
    /// @param silence    what the drive does when nobody speaks to it
    /// @param policy     what happens when the control loop's command runs out
    /// @param beat       the supervisor's sign of life
    /// @param joinWindow how long after start a turning drive waits for a restarted program to adopt it; may be
    /// zero
    /// @throws IllegalArgumentException when the watchdog time is missing or does not fit its register
    public ModbusDrive(
            ModbusDriveMap map, Silence silence, LossPolicy policy, SupervisorBeat beat, Duration joinWindow) {
        super(new DriveDuty(policy, beat, joinWindow));
        slave = map.slave();
        registers = new DriveRegisters(map);
        schedule = new DriveSchedule(map, registers);
        sender = new DriveSender(map, registers);
        readings = new DriveReadings(map, registers, speed, current, fault);
        contact = new DriveContact(map, silence);
    }

    /// As any drive; a speed that its registers cannot carry is refused as well.
    @Override
    public void command(double speedRpm, long validUntilNanos) {
        if (registers.fits(speedRpm)) {
            super.command(speedRpm, validUntilNanos);
        } else {
            duty.refuseCommand();
        }
    }

    /// Modbus address.
    int slave() {
        return slave;
    }

    /// The port was opened anew.
    void connected(long nowNanos, long connections) {
        mine.connections = connections;
        disconnected();
        schedule.connected(nowNanos);
        contact.hurry(nowNanos);
    }

    /// The port is gone.
    void disconnected() {
        underWay = DriveRequest.NONE;
        contact.lose();
        duty.driveLost();
        readings.lose();
    }

    /// Nobody knows what the drive does: it died, or was left alone for too long.
    private void lost(long nowNanos) {
        disconnected();
        schedule.lost(nowNanos);
    }

    /// Decides what is owed now and says so in the status. Once per bus cycle.
    void decide(long nowNanos) {
        if (contact.wasLeftAlone(nowNanos)) {
            lost(nowNanos);
        }
        boolean wasUrgent = duty.stopIsUrgent();
        duty.decide(nowNanos, readings.speedRpm(nowNanos), contact.isAnswering() && schedule.isSetUp());
        if (duty.stopIsUrgent() && !wasUrgent) {
            contact.hurry(nowNanos);
        }
        contact.describe(mine);
        publishStatus();
    }

    boolean stopIsUrgent() {
        return duty.stopIsUrgent();
    }

    boolean isDead() {
        return contact.isDead();
    }

    /// Chooses the next request.
    ///
    /// @param strayNanos when the line last brought something that nobody waited for
    /// @return whether there is one
    boolean wantsLine(long nowNanos, long strayNanos) {
        underWay = DriveRequest.NONE;
        boolean wasSilent = silent;
        silent = duty.order() == Order.SILENCE;
        if (silent && !wasSilent) {
            lost(nowNanos);
        }
        if (duty.stopIsUrgent() || contact.isDue(nowNanos, duty.stopIsPending())) {
            underWay = schedule.choose(nowNanos, duty, readings.speedRpm(nowNanos), strayNanos);
        }
        return underWay != DriveRequest.NONE;
    }

    /// Since when the chosen request is due.
    long dueNanos() {
        return schedule.dueNanos();
    }

    /// Sends the chosen request.
    Outcome begin(ModbusMaster master, Link link, long nowNanos) {
        schedule.sent(underWay, nowNanos);
        contact.sent(nowNanos);
        Outcome outcome = sender.send(underWay, duty.orderRpm(), master, link, nowNanos);
        mine.shortWrites = link.shortWrites();
        if (outcome == Outcome.WAITING && underWay == DriveRequest.STOP) {
            stopSent(nowNanos);
        } else if (outcome == Outcome.WAITING && underWay == DriveRequest.SPEED) {
            duty.told(duty.orderRpm());
        }
        return outcome;
    }

    /// The transaction begun by [#begin] has ended.
    void settle(Outcome outcome, ModbusMaster master, long nowNanos) {
        switch (outcome) {
            case ANSWERED -> {
                contact.answered(nowNanos);
                accept(master, nowNanos);
            }
            case REFUSED -> {
                contact.answered(nowNanos);
                mine.exceptions++;
                mine.lastRefusalCode = master.refusalCode();
                schedule.refused(underWay, nowNanos);
                if (readings.refused(underWay, nowNanos)) {
                    duty.measured(Double.NaN, readings.hasFault());
                }
            }
            case BAD_ANSWER -> {
                contact.spoilt();
                missed(nowNanos);
            }
            case TIMED_OUT -> {
                contact.timedOut();
                missed(nowNanos);
            }
            case NOT_SENT -> missed(nowNanos);
            case WAITING -> {}
        }
    }

    private void missed(long nowNanos) {
        schedule.unanswered(underWay, nowNanos);
        if (contact.missed(underWay, nowNanos)) {
            lost(nowNanos);
        }
    }

    private void accept(ModbusMaster master, long nowNanos) {
        int raw = underWay.isRead() ? master.register() : sender.sentRaw();
        schedule.answered(underWay, raw, nowNanos);
        if (underWay == DriveRequest.READ_WATCHDOG) {
            schedule.watchdogRead(sender.isWatchdogTime(raw));
        } else if (readings.read(underWay, raw, master.sentAtNanos())) {
            shaftRead(master.sentAtNanos());
        }
    }

    private void shaftRead(long askedNanos) {
        contact.shaftRead();
        schedule.shaftRead(askedNanos);
        duty.measured(readings.lastRpm(), readings.hasFault());
    }
}
