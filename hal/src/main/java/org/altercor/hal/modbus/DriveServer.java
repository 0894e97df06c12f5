package org.altercor.hal.modbus;

import org.altercor.config.LossPolicy;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.SerialSettings;
import org.altercor.config.rig.Silence;
import org.altercor.hal.bus.KeptCommand;
import org.altercor.hal.bus.LeftAlone;
import org.altercor.hal.bus.RestartGuard;
import org.altercor.hal.line.LineOpener;
import org.altercor.hal.line.Link;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.PumpDrive;

/// Lets a master on a serial line drive a pump through the registers of a Modbus drive: the drive's own side of what
/// [ModbusDrive] does. Behind it stands any drive, as a rule one of the twin.
///
/// What it does when no good request to it has come for a time:
///
/// | declared | done |
/// |---|---|
/// | goes on (D0) | nothing |
/// | hold (D1) | nothing: the last speed stays |
/// | stop (D1) | brakes to standstill |
/// | coast (D1) | zero without the brake |
/// | lease (D2) | what the role asks for: hold; stop; hold for its time, then stop |
///
/// The time is that of the watchdog register once the master has written one, and the declared one before. After a
/// stop or a coast it is disabled, at a set-point of zero, until the master starts it anew; a stop is finished first,
/// whatever is written meanwhile. It turns the other way from standstill only.
///
/// Silence is counted on the clock of the drive, which does not go on while this program is held up: a request that
/// waited meanwhile was no silence.
///
/// What happens to the drive behind it shows on the line:
///
/// | drive behind | here |
/// |---|---|
/// | does not answer: no supply, its line cut | answers nothing and hears nothing |
/// | has rebooted | as after power-up: disabled, at zero, forward, no watchdog time, waiting for its first master |
/// | lost its motion: tripped, stuck, its power cut | disabled, at zero: no later set-point starts it by itself |
///
/// Owner: the bus thread. Allocates only while the line is being opened.
public final class DriveServer implements AutoCloseable {
    /// What is served.
    ///
    /// @param map     its registers
    /// @param silence what it does when its master falls silent
    /// @param policy  what its role asks for then, for a drive with a lease
    public record ServedDrive(ModbusDriveMap map, Silence silence, LossPolicy policy) {}

    private final Link link;
    private final ServedRegisters registers;
    private final ModbusSlave slave;
    private final KeptCommand kept;
    private final PumpDrive drive;
    private final LeftAlone leftAlone;
    private final DriveStatus status = new DriveStatus();

    private long connections;
    private long reboots;
    private boolean wasTurning; // by the registers, and the drive had taken it
    private boolean everHeard;
    private boolean lapsed;
    private boolean braking;
    private long driveNanos;
    private long heardNanos; // on the clock of the drive
    private double askedRpm;

    /// @param served   what is served
    /// @param settings characters and speed of the line
    /// @param opener   opens it, as often as needed
    /// @param drive    the drive that turns
    /// @param kept     keeps the same drive at what the registers say
    public DriveServer(
            ServedDrive served, SerialSettings settings, LineOpener opener, PumpDrive drive, KeptCommand kept) {
        link = new Link(opener);
        registers = new ServedRegisters(served.map(), drive);
        slave = new ModbusSlave(served.map().slave(), settings, registers);
        this.kept = kept;
        this.drive = drive;
        leftAlone = LeftAlone.of(served.silence(), served.policy());
    }

    /// Serves the line once. At least once a millisecond, or answers come late.
    public void listen(long nowNanos) {
        boolean isOpen = link.keepOpen(nowNanos);
        boolean isThere = mindDrive();
        if (!isOpen) {
            return;
        }
        if (link.connections() != connections) {
            connections = link.connections();
            slave.reset();
        }
        if (!isThere) {
            int _ = link.drain();
            slave.reset();
        } else if (slave.listen(link, nowNanos)) {
            everHeard = true;
            lapsed = false;
            heardNanos = driveNanos;
        }
    }

    /// Takes notice of what became of the drive.
    ///
    /// @return whether it answers
    private boolean mindDrive() {
        drive.readStatus(status);
        if (status.reboots > reboots) { // a status that could not be read has none
            reboots = status.reboots;
            registers.powerUp();
            everHeard = false;
            lapsed = false;
        } else if (wasTurning && status.awaitsZeroCommand) {
            registers.disable();
        }
        wasTurning = askedRpm != 0 && !kept.isStarting();
        if (braking && !lapsed && registers.isStanding()) { // spoken to again, and the stop is done
            braking = false;
            askedRpm = 0;
            kept.releaseStop();
        }
        return !registers.driveIsLost();
    }

    private void judgeSilence() {
        if (leftAlone.action() == Silence.Action.HOLD || lapsed || !everHeard) {
            return;
        }
        double watchdogMs = registers.watchdogMs();
        long afterNanos = watchdogMs > 0 ? (long) (watchdogMs * 1e6) : leftAlone.afterNanos();
        if (driveNanos - heardNanos >= afterNanos + leftAlone.holdNanos()) {
            lapsed = true;
            registers.disable();
            if (leftAlone.action() == Silence.Action.STOP) {
                braking = true;
                kept.demandStop();
            }
        }
    }

    /// Commands the drive by what the registers say. Once per step of the drive.
    ///
    /// @param nowNanos on the clock of the drive
    public void command(long nowNanos) {
        driveNanos = nowNanos;
        judgeSilence();
        double wantedRpm = braking ? 0 : registers.wantedRpm();
        double turningRpm = registers.measuredRpm();
        boolean turnsOtherwise = wantedRpm * turningRpm < 0 && Math.abs(turningRpm) >= RestartGuard.STANDSTILL_RPM;
        double nextRpm = turnsOtherwise ? 0 : wantedRpm;
        if (nextRpm != askedRpm) {
            askedRpm = nextRpm;
            kept.ask(nextRpm);
        }
        kept.renew(nowNanos);
    }

    /// Why the line is down, for the engineer; empty while it is open. Any thread.
    public String trouble() {
        return link.trouble();
    }

    /// Gives the line back, after the last cycle. The drive is no longer commanded.
    @Override
    public void close() {
        link.close("closed");
    }
}
