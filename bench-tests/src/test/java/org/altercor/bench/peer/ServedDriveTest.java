package org.altercor.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/// A served drive on a real line of a real speed, with two masters: pymodbus, which shares no code with ours, and our
/// own
/// bus task.
class ServedDriveTest {
    private static final int SET_SPEED = 0x1001;
    private static final int ENABLE = 0x1000;
    private static final int ACTUAL_SPEED = 0x2000;
    private static final int SLAVE = 5;

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
        SerialSettings far = settings(line.farPath());
        server = new DriveServer(
                new ServedDrive(
                        map(), new Silence.Fixed(Silence.Action.STOP, Duration.ofSeconds(2)), new LossPolicy.Hold()),
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
        SerialSettings near = settings(line.nearPath());
        var master = new ModbusDrive(
                map(),
                new Silence.Fixed(Silence.Action.STOP, Duration.ofSeconds(2)),
                new LossPolicy.Hold(),
                beat,
                Duration.ZERO);
        var bus = new ModbusBus(near, SerialPorts.opener(near), List.of(master));
        try (var loop = new TaskThread(nowNanos -> {
            beat.beat(nowNanos);
            master.command(wantedRpm, nowNanos + 300_000_000);
            bus.cycle(nowNanos);
        })) {
            Peers.await("it has joined, standing", () -> reads(master, 0) && joined(master));
            wantedRpm = 150;
            Peers.await("it turns", () -> reads(master, 150) && drive.turningRpm() == 150);
            wantedRpm = 0;
            Peers.await("it stands", () -> reads(master, 0));
            wantedRpm = -80;
            Peers.await("it turns the other way", () -> reads(master, -80) && drive.turningRpm() == -80);
            master.demand();
            Peers.await("it stands", () -> reads(master, 0));
            master.release();
            wantedRpm = 0;
            Peers.await("zero was heard", () -> !status(master).awaitsZeroCommand);
            wantedRpm = 60;
            Peers.await("a fresh speed starts it", () -> reads(master, 60));
            assertThat(loop.cycles()).isPositive();
        } finally {
            bus.close();
        }
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
