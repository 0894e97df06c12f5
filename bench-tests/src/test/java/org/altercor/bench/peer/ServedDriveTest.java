package org.altercor.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.altercor.bench.line.ModbusClientPeer;
import org.altercor.bench.line.ThrottledLine;
import org.altercor.config.LossPolicy;
import org.altercor.config.rig.CommandWord;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.RegisterField;
import org.altercor.config.rig.RegisterField.Table;
import org.altercor.config.rig.SerialSettings;
import org.altercor.config.rig.Silence;
import org.altercor.config.rig.WriteFunction;
import org.altercor.hal.bus.KeptCommand;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.modbus.DriveServer;
import org.altercor.hal.modbus.DriveServer.ServedDrive;
import org.altercor.hal.modbus.ModbusBus;
import org.altercor.hal.modbus.ModbusDrive;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.serial.SerialPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A served drive on a real line of a real speed, with two masters: pymodbus, which shares no code with ours, and our
/// own bus task.
class ServedDriveTest {
    private static final int SET_SPEED = 0x1001;
    private static final int ENABLE = 0x1000;
    private static final int ACTUAL_SPEED = 0x2000;
    private static final int SLAVE = 5;
    private static final Silence STOPS = new Silence.Fixed(Silence.Action.STOP, Duration.ofSeconds(2));

    @TempDir
    Path folder;

    private final TurningDrive drive = new TurningDrive();
    private final SupervisorBeat beat = new SupervisorBeat(Duration.ofSeconds(2));
    private final Reading reading = new Reading();
    private final DriveStatus status = new DriveStatus();

    private ThrottledLine line;
    private DriveServer server;
    private TaskThread thread;
    private volatile double wantedRpm;

    @BeforeEach
    void serve() throws IOException {
        line = new ThrottledLine(settings(""), 1);
        serveAt(line.farPath());
    }

    private void serveAt(String device) {
        SerialSettings far = settings(device);
        server = new DriveServer(
                new ServedDrive(map(), STOPS, new LossPolicy.Hold()),
                far,
                SerialPorts.opener(far),
                drive,
                new KeptCommand(drive, drive));
        thread = new TaskThread(nowNanos -> {
            server.listen(nowNanos);
            server.command(nowNanos);
            drive.step(nowNanos);
        });
    }

    @AfterEach
    void stop() {
        thread.close();
        server.close();
        line.close();
    }

    private static SerialSettings settings(String device) {
        return new SerialSettings(device, 115_200, 8, Parity.NONE, 1, false);
    }

    private static ModbusDriveMap map() {
        return new ModbusDriveMap(
                SLAVE,
                Duration.ofMillis(40),
                WriteFunction.SINGLE,
                new RegisterField(SET_SPEED, Table.HOLDING, true, 0.1),
                new RegisterField(ACTUAL_SPEED, Table.INPUT, true, 0.1),
                Optional.of(new CommandWord(ENABLE, 1, 0)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new RegisterField(0x2001, Table.INPUT, false, 0.01)),
                Optional.of(new RegisterField(0x2002, Table.INPUT, false, 1)),
                Optional.of(new RegisterField(0x1010, Table.HOLDING, false, 1)),
                Optional.of(Duration.ofMillis(1_500)));
    }

    private ModbusClientPeer master() throws IOException {
        Peers.requireModbusMaster();
        return ModbusClientPeer.start(line.nearPath(), settings(""), SLAVE);
    }

    @Test
    void anIndependentMasterStartsItReadsItAndStopsIt() throws IOException {
        try (ModbusClientPeer master = master()) {
            assertThat(master.tell("write " + SET_SPEED + " 1200")).isEqualTo("done");
            assertThat(drive.turningRpm()).isZero();
            assertThat(master.tell("write " + ENABLE + " 1")).isEqualTo("done");
            Peers.await("it turns", () -> drive.turningRpm() == 120);
            assertThat(master.tell("input " + ACTUAL_SPEED + " 1")).isEqualTo("1200");
            assertThat(master.tell("holding " + ENABLE + " 2")).isEqualTo("1 1200");
            assertThat(master.tell("writes " + ENABLE + " 0 0")).isEqualTo("done");
            Peers.await("it stands", () -> drive.turningRpm() == 0);
        }
    }

    @Test
    void anIndependentMasterUnderstandsEveryRefusal() throws IOException {
        try (ModbusClientPeer master = master()) {
            assertThat(master.tell("status")).isEqualTo("exception 1");
            assertThat(master.tell("holding 9 1")).isEqualTo("exception 2");
            assertThat(master.tell("write " + ENABLE + " 7")).isEqualTo("exception 3");
            assertThat(master.tell("input 8193 1"))
                    .as("a current that is not measured")
                    .isEqualTo("exception 4");
            assertThat(master.tell("input 8194 1")).isEqualTo("0");
        }
    }

    @Test
    void whatIsForAnotherAddressIsLeftUnanswered() throws IOException {
        try (ModbusClientPeer master = master()) {
            master.tell("write " + SET_SPEED + " 1200");
            master.tell("slave 6");
            assertThat(master.tell("write " + ENABLE + " 1")).isEqualTo("silent");
            master.tell("slave " + SLAVE);
            assertThat(master.tell("holding " + ENABLE + " 1")).isEqualTo("0");
        }
    }

    @Test
    void aMasterThatFallsSilentLeavesItToStopByItself() throws IOException {
        try (ModbusClientPeer master = master()) {
            master.tell("write " + SET_SPEED + " 1200");
            master.tell("write " + ENABLE + " 1");
            Peers.await("it turns", () -> drive.turningRpm() == 120);
        }
        Peers.await("it stops", drive::isStopped);
    }

    @Test
    void ourOwnBusTaskDrivesItThroughStartStopAndANewStart() {
        try (var master = new OurMaster(line.nearPath())) {
            master.turns(150);
            wantedRpm = 0;
            Peers.await("it stands", () -> reads(master.drive, 0));
            wantedRpm = -80;
            Peers.await("it turns the other way", () -> reads(master.drive, -80) && drive.turningRpm() == -80);
            master.drive.demand();
            Peers.await("it stands", () -> reads(master.drive, 0));
            master.drive.release();
            wantedRpm = 0;
            Peers.await("zero was heard", () -> !status(master.drive).awaitsZeroCommand);
            wantedRpm = 60;
            Peers.await("a fresh speed starts it", () -> reads(master.drive, 60));
            assertThat(master.loop.cycles()).isPositive();
        }
    }

    /// The whole cable is pulled, and plugged in again with other ports behind the same two links.
    @Test
    void aLineThatIsUnpluggedStopsItAndOnceItIsBackNothingStartsByItself() throws IOException {
        Path near = folder.resolve("near");
        Path far = folder.resolve("far");
        thread.close();
        server.close();
        plugIn(near, far);
        serveAt(far.toString());
        try (var master = new OurMaster(near.toString())) {
            master.turns(150);
            unplug(near, far);
            Peers.await("the master has lost it", () -> isLost(master.drive));
            assertThat(reading.value()).as("its last value stays").isEqualTo(150);
            Peers.await("it stops", drive::isStopped);

            plugIn(near, far);
            Peers.await("it is back, standing", () -> reads(master.drive, 0));
            Peers.await("it waits for zero", () -> status(master.drive).awaitsZeroCommand);
            assertThat(status(master.drive).connections).isEqualTo(2);
            assertThat(drive.turningRpm()).isZero();
            wantedRpm = 0;
            Peers.await("zero was heard", () -> !status(master.drive).awaitsZeroCommand);
            wantedRpm = 60;
            Peers.await("a fresh speed starts it", () -> drive.turningRpm() == 60);
        }
    }

    private void plugIn(Path near, Path far) throws IOException {
        line.close();
        line = new ThrottledLine(settings(""), 1);
        Files.createSymbolicLink(near, Path.of(line.nearPath()));
        Files.createSymbolicLink(far, Path.of(line.farPath()));
    }

    private void unplug(Path near, Path far) throws IOException {
        Files.delete(near);
        Files.delete(far);
        line.close();
    }

    /// Our own bus task with one drive.
    private final class OurMaster implements AutoCloseable {
        private final ModbusDrive drive = new ModbusDrive(map(), STOPS, new LossPolicy.Hold(), beat, Duration.ZERO);
        private final ModbusBus bus;
        private final TaskThread loop;

        OurMaster(String device) {
            SerialSettings settings = settings(device);
            bus = new ModbusBus(settings, SerialPorts.opener(settings), List.of(drive));
            loop = new TaskThread(nowNanos -> {
                beat.beat(nowNanos);
                drive.command(wantedRpm, nowNanos + 300_000_000);
                bus.cycle(nowNanos);
            });
        }

        void turns(double rpm) {
            Peers.await("it has joined, standing", () -> reads(drive, 0) && joined(drive));
            wantedRpm = rpm;
            Peers.await("it turns", () -> reads(drive, rpm) && ServedDriveTest.this.drive.turningRpm() == rpm);
        }

        @Override
        public void close() {
            loop.close();
            bus.close();
        }
    }

    private boolean isLost(ModbusDrive master) {
        master.readSpeedRpm(reading);
        return reading.quality() == Quality.DISCONNECTED;
    }

    private boolean reads(ModbusDrive master, double rpm) {
        master.readSpeedRpm(reading);
        return reading.quality() == Quality.GOOD && reading.value() == rpm;
    }

    private DriveStatus status(ModbusDrive master) {
        master.readStatus(status);
        return status;
    }

    private boolean joined(ModbusDrive master) {
        return status(master).joined;
    }
}
