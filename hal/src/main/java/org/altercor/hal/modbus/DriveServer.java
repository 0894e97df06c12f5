package org.altercor.hal.modbus;

import java.time.Duration;
import org.altercor.config.LossPolicy;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.SerialSettings;
import org.altercor.config.rig.Silence;
import org.altercor.hal.bus.KeptCommand;
import org.altercor.hal.bus.RestartGuard;
import org.altercor.hal.line.LineOpener;
import org.altercor.hal.line.Link;
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
/// stop or a coast it is disabled, at a set-point of zero, until the master starts it anew. It turns the other way
/// from standstill only.
///
/// Owner: the bus thread. Allocates only while the line is being opened.
public final class DriveServer implements AutoCloseable {
    /// What is served.
    ///
    /// @param map     its registers
    /// @param silence what it does when its master falls silent
    /// @param policy  what its role asks for then, for a drive with a lease
    public record ServedDrive(ModbusDriveMap map, Silence silence, LossPolicy policy) {}

    private enum Lapse {
        NOTHING,
        BRAKE,
        COAST
    }

    private final Link link;
    private final ServedRegisters registers;
    private final ModbusSlave slave;
    private final KeptCommand kept;
    private final Lapse lapse;
    private final long declaredNanos;
    private final long holdNanos;

    private long connections;
    private boolean everHeard;
    private boolean lapsed;
    private boolean braking;
    private long heardNanos;
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
        lapse = lapse(served);
        declaredNanos = switch (served.silence()) {
            case Silence.Nothing() -> 0;
            case Silence.Fixed(var _, var after) -> after.toNanos();
            case Silence.Lease(var after) -> after.toNanos();
        };
        boolean holdsFirst = served.silence() instanceof Silence.Lease;
        holdNanos =
                holdsFirst && served.policy() instanceof LossPolicy.HoldThenStop(Duration hold) ? hold.toNanos() : 0;
    }

    private static Lapse lapse(ServedDrive served) {
        return switch (served.silence()) {
            case Silence.Nothing() -> Lapse.NOTHING;
            case Silence.Fixed(var action, var _) ->
                switch (action) {
                    case HOLD -> Lapse.NOTHING;
                    case STOP -> Lapse.BRAKE;
                    case COAST -> Lapse.COAST;
                };
            case Silence.Lease(var _) ->
                switch (served.policy()) {
                    case LossPolicy.Hold() -> Lapse.NOTHING;
                    case LossPolicy.Stop _, LossPolicy.HoldThenStop _ -> Lapse.BRAKE;
                };
        };
    }

    /// Serves the line once. At least once a millisecond, or answers come late.
    public void listen(long nowNanos) {
        if (!link.keepOpen(nowNanos)) {
            judgeSilence(nowNanos);
            return;
        }
        if (link.connections() != connections) {
            connections = link.connections();
            slave.reset();
        }
        // who was silent for too long was so before it spoke again
        judgeSilence(nowNanos);
        if (slave.listen(link, nowNanos)) {
            heard(nowNanos);
        }
    }

    private void judgeSilence(long nowNanos) {
        if (lapse == Lapse.NOTHING || lapsed || !everHeard) {
            return;
        }
        double watchdogMs = registers.watchdogMs();
        long afterNanos = watchdogMs > 0 ? (long) (watchdogMs * 1e6) : declaredNanos;
        if (nowNanos - heardNanos >= afterNanos + holdNanos) {
            lapsed = true;
            registers.disable();
            if (lapse == Lapse.BRAKE) {
                braking = true;
                kept.demandStop();
            }
        }
    }

    private void heard(long nowNanos) {
        everHeard = true;
        lapsed = false;
        heardNanos = nowNanos;
        if (braking) {
            braking = false;
            askedRpm = 0;
            kept.releaseStop();
        }
    }

    /// Commands the drive by what the registers say. Once per step of the drive.
    ///
    /// @param driveNanos time on the clock of the drive
    public void command(long driveNanos) {
        double wantedRpm = braking ? 0 : registers.wantedRpm();
        double turningRpm = registers.measuredRpm();
        boolean turnsOtherwise = wantedRpm * turningRpm < 0 && Math.abs(turningRpm) >= RestartGuard.STANDSTILL_RPM;
        double nextRpm = turnsOtherwise ? 0 : wantedRpm;
        if (nextRpm != askedRpm) {
            askedRpm = nextRpm;
            kept.ask(nextRpm);
        }
        kept.renew(driveNanos);
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
