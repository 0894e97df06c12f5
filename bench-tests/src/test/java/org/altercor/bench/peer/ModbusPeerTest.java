package org.altercor.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.altercor.bench.line.CountedLine;
import org.altercor.bench.line.ModbusPeer;
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
import org.altercor.hal.bus.SupervisorBeat;
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

/// The Modbus drive against pymodbus over a line as slow as a real one.
class ModbusPeerTest {
    private static final int SET_SPEED = 1;
    private static final int ENABLE = 2;

    /// Function 06 writes 300 rpm to the set-point of drive 1.
    private static final byte[] TURN_AT_300 = HexFormat.of().parseHex("01060001012cd847");

    /// A peer on a busy machine answers after 10 to 60 ms, which would be no drive for 40 ms: it was lost again and
    /// again, and a start took half a minute. Less than the 200 ms of a late answer.
    private static final Duration RESPONSE_TIMEOUT = Duration.ofMillis(120);

    /// Every request of a drive that is written by function 06 is as long.
    private static final int REQUEST_BYTES = 8;

    @TempDir
    Path folder;

    private final SupervisorBeat beat = new SupervisorBeat(Duration.ofSeconds(2));
    private final Reading reading = new Reading();
    private final DriveStatus status = new DriveStatus();

    private Path byId;
    private ThrottledLine line;
    private ModbusPeer peer;
    private ModbusDrive drive;
    private TaskThread thread;
    private ModbusBus bus;
    private CountedLine counted;
    private volatile double wantedRpm;
    private volatile boolean loopAlive = true;
    private volatile boolean supervisorAlive = true;

    @BeforeEach
    void startPeerAndBus() throws IOException {
        Peers.requireModbusPeer();
        byId = folder.resolve("usb-adapter-A1B2C3");
        plugIn();
        drive = new ModbusDrive(
                map(WriteFunction.SINGLE), new Silence.Nothing(), new LossPolicy.Hold(), beat, Duration.ZERO);
        run();
    }

    private void plugIn() throws IOException {
        line = new ThrottledLine(settings(), 1);
        peer = ModbusPeer.start(line.farPath(), settings(), 1);
        Files.createSymbolicLink(byId, Path.of(line.nearPath()));
    }

    private void unplug() throws IOException {
        Files.delete(byId);
        peer.close();
        line.close();
    }

    private SerialSettings settings() {
        return new SerialSettings(byId.toString(), 57_600, 8, Parity.NONE, 2, false);
    }

    private void run() {
        counted = new CountedLine(SerialPorts.opener(settings()), TURN_AT_300);
        bus = new ModbusBus(settings(), counted, List.of(drive));
        thread = new TaskThread(nowNanos -> {
            if (supervisorAlive) {
                beat.beat(nowNanos);
            }
            if (loopAlive) {
                drive.command(wantedRpm, nowNanos + 300_000_000);
            }
            bus.cycle(nowNanos);
        });
    }

    private static ModbusDriveMap map(WriteFunction write) {
        return new ModbusDriveMap(
                1,
                RESPONSE_TIMEOUT,
                write,
                new RegisterField(SET_SPEED, Table.HOLDING, true, 1),
                new RegisterField(10, Table.INPUT, true, 1),
                Optional.of(new CommandWord(ENABLE, 1, 0)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new RegisterField(11, Table.INPUT, false, 0.01)),
                Optional.of(new RegisterField(12, Table.HOLDING, false, 1)),
                Optional.of(new RegisterField(20, Table.HOLDING, false, 1)),
                Optional.of(Duration.ofMillis(250)));
    }

    @AfterEach
    void stopPeerAndBus() throws IOException {
        if (thread != null) {
            thread.close();
            bus.close();
            unplug();
        }
    }

    private boolean reads(double rpm) {
        drive.readSpeedRpm(reading);
        return reading.quality() == Quality.GOOD && reading.value() == rpm;
    }

    private boolean speedIs(Quality quality) {
        drive.readSpeedRpm(reading);
        return reading.quality() == quality;
    }

    private DriveStatus status() {
        drive.readStatus(status);
        return status;
    }

    private void turning(double rpm) {
        Peers.await("the drive has joined, standing", () -> reads(0) && status().joined);
        started(rpm);
    }

    /// Plays the operator: a drive that was lost for a moment (a peer that a busy machine made miss three time-outs)
    /// wants to hear zero once more.
    private void started(double rpm) {
        Peers.await("the drive turns", () -> {
            wantedRpm = status().joined && !status().awaitsZeroCommand ? rpm : 0;
            return wantedRpm == rpm && reads(rpm);
        });
    }

    @Test
    void aSpeedIsSetAndReadBackWithItsSign() {
        turning(300);
        assertThat(peer.register(SET_SPEED)).isEqualTo(300);
        assertThat(peer.register(ENABLE)).isEqualTo(1);
        assertThat(peer.register(20)).isEqualTo(250);
        wantedRpm = 0;
        Peers.await("it stands", () -> reads(0));
        started(-120);
        assertThat(peer.register(SET_SPEED)).isEqualTo(65_536 - 120);
    }

    @Test
    void functionSixteenIsUnderstoodAsWell() {
        thread.close();
        bus.close();
        drive = new ModbusDrive(
                map(WriteFunction.MULTIPLE), new Silence.Nothing(), new LossPolicy.Hold(), beat, Duration.ZERO);
        run();
        turning(300);
        assertThat(peer.register(SET_SPEED)).isEqualTo(300);
    }

    @Test
    void exceptionsAreCountedAndAFaultNotAReading() {
        turning(300);
        peer.tell("refuse on");
        Peers.await("the speed is a device fault", () -> speedIs(Quality.DEVICE_FAULT));
        Peers.await("it is counted as well", () -> status().exceptions > 0);
        peer.tell("refuse off");
        Peers.await("the speed is back", () -> reads(300));
    }

    @Test
    void answersThatComeLaterThanTheTimeOutAreNeverTakenForOthers() {
        turning(300);
        peer.tell("delay 0.2");
        long timeoutsBefore = status().timeouts + status().framesBad;
        Peers.await("late answers are missed", () -> status().timeouts + status().framesBad > timeoutsBefore + 5);
        drive.readSpeedRpm(reading);
        assertThat(reading.value()).isEqualTo(300);
        peer.tell("delay 0");
        Peers.await("the speed is back", () -> reads(300));
    }

    @Test
    void aSilentDriveIsLostKeepsItsLastValueAndComesBackWithoutAJump() {
        turning(300);
        peer.tell("silent on");
        Peers.await("it is lost", () -> speedIs(Quality.DISCONNECTED));
        assertThat(reading.value()).isEqualTo(300);
        assertThat(peer.register(SET_SPEED)).isEqualTo(300);
        peer.tell("silent off");
        Peers.await("it is back", () -> reads(300));
        assertThat(status().awaitsZeroCommand).isFalse();
    }

    @Test
    void aDriveThatRebootedWhileAwayIsNotSpunUpUntilItWasCommandedZero() {
        turning(300);
        peer.tell("silent on");
        Peers.await("it is lost", () -> speedIs(Quality.DISCONNECTED));
        counted.arm();
        long sentBytes = counted.frames() * REQUEST_BYTES;
        Peers.await("what was sent before is not carried out later", () -> peer.takenBytes() >= sentBytes);
        peer.tell("reboot");
        peer.tell("silent off");
        Peers.await("it is back, standing", () -> reads(0) && status().awaitsZeroCommand);
        assertThat(counted.hasCome()).as("a set-point since it was lost").isFalse();
        assertThat(peer.register(SET_SPEED)).isZero();
        assertThat(peer.register(ENABLE)).isZero();

        wantedRpm = 0;
        Peers.await("zero was heard", () -> !status().awaitsZeroCommand);
        started(200);
    }

    @Test
    void anAdapterUnpluggedAndPluggedInUnderAnotherNameIsFoundAgain() throws IOException {
        turning(300);
        unplug();
        Peers.await("it is lost", () -> speedIs(Quality.DISCONNECTED));
        plugIn();
        Peers.await("it is back, standing", () -> reads(0));
        Peers.await("it was opened anew, once", () -> status().connections == 2);
        Peers.await("it waits for zero", () -> status().awaitsZeroCommand);
        assertThat(peer.register(SET_SPEED)).isZero();
    }

    @Test
    void framesInPiecesNoiseAndFlippedBitsCostTimeAndNothingElse() {
        turning(300);
        line.inward().gapNanos = 500_000;
        line.outward().spoiltShare = 0.01;
        line.inward().spoiltShare = 0.01;
        long goodBefore = status().framesGood;
        for (int burst = 0; burst < 20; burst++) {
            line.inward().noiseBytes.set(20);
            long seen = status().framesGood;
            Peers.await("frames still come", () -> status().framesGood > seen + 2);
            drive.readSpeedRpm(reading);
            assertThat(reading.value()).isEqualTo(300);
        }
        assertThat(status().framesGood).isGreaterThan(goodBefore + 40);
    }

    @Test
    void aPeerThatHangsDoesNotHoldUpTheBusThread() {
        turning(300);
        line.outward().hangs = true;
        Peers.await("it is lost", () -> speedIs(Quality.DISCONNECTED));
        long cycles = thread.cycles();
        Peers.await("the bus thread goes on", () -> thread.cycles() > cycles + 300);
        line.outward().hangs = false;
        Peers.await("it is back", () -> reads(300));
    }

    @Test
    void withLoopAndSupervisorGoneNothingMoreReachesTheDrive() {
        turning(300);
        loopAlive = false;
        supervisorAlive = false;
        Peers.await("silence", () -> status().lease == DriveStatus.Lease.SILENT);
        long atFirst = thread.cycles();
        Peers.await("the cycle that fell silent is over", () -> thread.cycles() > atFirst + 1);
        long sent = counted.frames();
        Peers.await("the last request has arrived", () -> line.arrivedAtPeer() == sent * REQUEST_BYTES);
        long cycles = thread.cycles();
        Peers.await("500 cycles pass", () -> thread.cycles() > cycles + 500);
        assertThat(counted.frames()).isEqualTo(sent);
        assertThat(line.arrivedAtPeer()).isEqualTo(sent * REQUEST_BYTES);
    }

    @Test
    void aStopIsCarriedOutAndNoLaterCommandGetsPast() {
        turning(300);
        drive.demand();
        Peers.await("it stands", () -> reads(0));
        wantedRpm = 400;
        long stops = status().stopsSent;
        Peers.await("it is disabled", () -> peer.register(ENABLE) == 0);
        Peers.await("the stop is kept refreshed", () -> status().stopsSent > stops + 10);
        assertThat(peer.register(SET_SPEED)).isZero();
        assertThat(peer.register(ENABLE)).isZero();
        drive.release();
        Peers.await("it waits for a command of zero", () -> status().awaitsZeroCommand);
        assertThat(peer.register(SET_SPEED)).isZero();
        wantedRpm = 0;
        Peers.await("zero was heard", () -> !status().awaitsZeroCommand);
        started(400);
    }

    @Test
    void aPeerThatCannotOpenItsPortSaysSoAndLeavesNothingBehind() throws IOException {
        List<Path> before = scripts();
        assertThatIOException()
                .isThrownBy(() -> ModbusPeer.start(folder.resolve("nowhere").toString(), settings(), 1))
                .withMessageContaining("did not start");
        assertThat(scripts()).isEqualTo(before);
        assertThat(ProcessHandle.current().children()).hasSize(1); // the one that the other tests talk to
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("modbus_drive"))
                    .sorted()
                    .toList();
        }
    }
}
