package org.altercor.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.altercor.config.Commissioning;
import org.altercor.config.LossPolicy;
import org.altercor.config.StopEnvelope;
import org.altercor.config.rig.Silence;
import org.altercor.hal.bus.KeptCommand;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.line.SimulatedLine;
import org.altercor.hal.modbus.DriveServer.ServedDrive;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.twin.ServedShaft;
import org.junit.jupiter.api.Test;

/// Both ends of one line: our bus with its drive, and a drive of the twin that answers it.
class ServedBusTest {
    private static final long MS = 1_000_000;
    private static final LossPolicy HOLD = new LossPolicy.Hold();
    private static final Commissioning COMMISSIONING =
            new Commissioning(400, 120, 250, new StopEnvelope(List.of(new StopEnvelope.Point(100, 80)), 300));

    private static final long CHARACTER_NANOS = BusRig.SETTINGS.characterNanos();

    private final SupervisorBeat beat = new SupervisorBeat(Duration.ofMillis(100));
    private final SimulatedLine near = new SimulatedLine();
    private final SimulatedLine far = new SimulatedLine();
    private final Reading reading = new Reading();
    private final DriveStatus status = new DriveStatus();

    private ModbusDrive drive;
    private ModbusBus bus;
    private ServedShaft shaft;
    private DriveServer server;
    private long nowNanos = 1_000 * MS;
    private double wantedRpm;

    private void connect(Silence silence) {
        near.logging = false;
        far.logging = false;
        near.farEnd((_, frame, length) -> far.send(frame, length, 0, CHARACTER_NANOS));
        far.farEnd((_, frame, length) -> near.send(frame, length, 0, CHARACTER_NANOS));
        shaft = new ServedShaft(COMMISSIONING);
        server = new DriveServer(
                new ServedDrive(BusRig.map(1), silence, HOLD),
                BusRig.SETTINGS,
                far,
                shaft.drive(),
                new KeptCommand(shaft.drive(), shaft.drive()));
        drive = new ModbusDrive(BusRig.map(1), silence, HOLD, beat, Duration.ZERO);
        bus = new ModbusBus(BusRig.SETTINGS, near, List.of(drive));
    }

    private void turning(Silence silence, int phaseMs) {
        connect(silence);
        wantedRpm = 0;
        run(500);
        wantedRpm = 150;
        run(3_000 + phaseMs);
        assertThat(shaft.rpm()).isCloseTo(150, within(0.1));
        assertThat(speed().value()).isEqualTo(150);
    }

    private void run(int milliseconds) {
        for (int i = 0; i < milliseconds; i++) {
            nowNanos += MS;
            near.nowNanos = nowNanos;
            far.nowNanos = nowNanos;
            beat.beat(nowNanos);
            drive.command(wantedRpm, nowNanos + 300 * MS);
            bus.cycle(nowNanos);
            server.listen(nowNanos);
            server.command(nowNanos);
            shaft.step(nowNanos);
        }
    }

    private void unplug(SimulatedLine end) {
        end.gone = true;
        end.refuse = true;
    }

    private void plugIn(SimulatedLine end) {
        end.refuse = false;
    }

    private Reading speed() {
        drive.readSpeedRpm(reading);
        return reading;
    }

    private DriveStatus status() {
        drive.readStatus(status);
        return status;
    }

    private void startsAnewByZeroAndASpeed() {
        wantedRpm = 0;
        run(500);
        wantedRpm = 90;
        run(3_000);
        assertThat(shaft.rpm()).isCloseTo(90, within(0.1));
    }

    /// Once it knows nothing no frame of a loop that never noticed turns it faster, at whatever moment it happened.
    @Test
    void aDriveThatRebootsIsNotSpunUpAtWhateverMomentAndHoweverLongItWasAway() {
        for (int phaseMs = 0; phaseMs < 50; phaseMs += 7) {
            for (int awayMs : new int[] {1, 5, 20, 40, 60, 100, 400, 3_000}) {
                turning(new Silence.Nothing(), phaseMs);
                shaft.drive().happen("rebooted", OptionalDouble.of(awayMs));
                run(awayMs + 2_000);
                assertThat(shaft.rpm()).as("%d ms, %d ms away", phaseMs, awayMs).isCloseTo(0, within(0.1));
                assertThat(status().awaitsZeroCommand).isTrue();
            }
        }
        startsAnewByZeroAndASpeed();
    }

    @Test
    void anAdapterThatIsUnpluggedWhileTheDriveHoldsIsJoinedWhereItTurns() {
        turning(new Silence.Fixed(Silence.Action.HOLD, Duration.ofMillis(300)), 0);
        unplug(near);
        run(2);
        assertThat(speed().quality()).isEqualTo(Quality.DISCONNECTED);
        assertThat(reading.value()).as("its last value stays").isEqualTo(150);
        assertThat(status().joined).isFalse();
        run(5_000);
        assertThat(shaft.rpm()).isCloseTo(150, within(0.1));

        plugIn(near);
        run(2_000); // within which it must be back (B08)
        assertThat(speed().quality()).isEqualTo(Quality.GOOD);
        assertThat(status().joined).isTrue();
        assertThat(status.connections).isEqualTo(2);
        assertThat(status.awaitsZeroCommand).isFalse();
        assertThat(shaft.rpm()).as("without a jump").isCloseTo(150, within(0.1));
    }

    @Test
    void oneThatStoppedMeanwhileStandsUntilItWasToldZero() {
        turning(new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300)), 0);
        unplug(near);
        run(260); // it was spoken to at most 25 ms before
        assertThat(shaft.rpm()).as("not before its time").isCloseTo(150, within(0.1));
        run(500);
        assertThat(shaft.rpm()).isZero();

        plugIn(near);
        run(5_000);
        assertThat(shaft.rpm()).isZero();
        assertThat(status().awaitsZeroCommand).isTrue();
        startsAnewByZeroAndASpeed();
    }

    /// The other end of the same cable: for the bus the drive is dead, its own port is open all the time.
    @Test
    void aDriveWhosePortGoesAndComesIsLostAndJoinedWhereItTurns() {
        turning(new Silence.Nothing(), 0);
        unplug(far);
        run(500);
        assertThat(speed().quality()).isEqualTo(Quality.DISCONNECTED);
        assertThat(status().connections).isEqualTo(1);
        run(5_000);
        plugIn(far);
        run(4_000); // its link is tried every second, a dead drive every two
        assertThat(status().joined).isTrue();
        assertThat(speed().quality()).isEqualTo(Quality.GOOD);
        assertThat(shaft.rpm()).isCloseTo(150, within(0.1));
    }

    @Test
    void aStopThatIsDemandedWhileTheLineIsOutIsCarriedOutWhenItIsBack() {
        turning(new Silence.Nothing(), 0);
        unplug(near);
        run(1_000);
        drive.demand();
        run(1_000);
        assertThat(shaft.rpm()).as("nobody can tell it").isCloseTo(150, within(0.1));
        plugIn(near);
        run(1_000 + 1_000);
        assertThat(shaft.rpm()).isCloseTo(0, within(0.1));
        assertThat(status().lease).isEqualTo(DriveStatus.Lease.STOPPED_BY_SUPERVISOR);
    }
}
