package org.altercor.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HexFormat;
import org.altercor.config.LossPolicy;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.Silence;
import org.altercor.hal.bus.KeptCommand;
import org.altercor.hal.line.SimulatedLine;
import org.altercor.hal.modbus.DriveServer.ServedDrive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A drive as its master meets it, frame by frame. Registers as in [BusRig#map]: 1 set speed, 2 enable, 10 actual
/// speed,
/// 11 current, 12 fault; those of [BusRig#unsignedMap] add 3 direction, 13 actual direction, 20 watchdog.
class DriveServerTest {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final long MS = 1_000_000;
    private static final String NOTHING = "";

    private final SimulatedLine line = new SimulatedLine();
    private final ScriptedDrive drive = new ScriptedDrive();
    private long nowNanos = 5_000 * MS;
    private DriveServer server;

    @BeforeEach
    void aDriveThatGoesOn() {
        serve(BusRig.map(1), new Silence.Nothing(), new LossPolicy.Hold());
    }

    private void serve(ModbusDriveMap map, Silence silence, LossPolicy policy) {
        server = new DriveServer(
                new ServedDrive(map, silence, policy), BusRig.SETTINGS, line, drive, new KeptCommand(drive, drive));
        run(1); // opens the line
    }

    private void run(int milliseconds) {
        for (int i = 0; i < milliseconds; i++) {
            nowNanos += MS;
            line.nowNanos = nowNanos;
            server.listen(nowNanos);
            server.command(nowNanos);
        }
    }

    private static byte[] sealed(String hex) {
        byte[] frame = new byte[64];
        byte[] body = HEX.parseHex(hex);
        System.arraycopy(body, 0, frame, 0, body.length);
        return java.util.Arrays.copyOf(frame, ModbusFrames.seal(frame, body.length));
    }

    /// Sends a frame and waits for what is said to it.
    ///
    /// @return the answer without its CRC, which was good; nothing when none came
    private String ask(byte[] request) {
        line.log.clear();
        line.send(request);
        run(10);
        if (line.log.isEmpty()) {
            return NOTHING;
        }
        assertThat(line.log).hasSize(1);
        byte[] answer = line.log.getFirst();
        assertThat(ModbusFrames.isSealed(answer, 0, answer.length)).isTrue();
        return HEX.formatHex(answer, 0, answer.length - 2);
    }

    private String ask(String hex) {
        return ask(sealed(hex));
    }

    private void turning(int rpm) {
        ask("01 06 00 01 %02X %02X".formatted(rpm >> 8, rpm & 0xFF));
        ask("01 06 00 02 00 01");
        assertThat(drive.speedRpm).isEqualTo(rpm);
    }

    @Test
    void aPublishedRequestIsAnsweredWithThePublishedBytes() {
        // 04 of register 14 is 880 [P64], here as the actual speed of a map of its own
        serve(
                new ModbusDriveMap(
                        1,
                        Duration.ofMillis(10),
                        org.altercor.config.rig.WriteFunction.SINGLE,
                        BusRig.map(1).setSpeed(),
                        new org.altercor.config.rig.RegisterField(
                                14, org.altercor.config.rig.RegisterField.Table.INPUT, true, 1),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty()),
                new Silence.Nothing(),
                new LossPolicy.Hold());
        drive.follows = false;
        drive.speedRpm = 880;
        line.send(HEX.parseHex("01 04 00 0E 00 01 50 09"));
        run(5);
        assertThat(HEX.formatHex(line.log.getLast())).isEqualTo("01 04 02 03 70 B8 24");
    }

    @Test
    void anEnabledSetPointIsCommandedOnALeaseAndReadBack() {
        turning(300);
        assertThat(drive.commandedRpm).isEqualTo(300);
        assertThat(drive.validUntilNanos - nowNanos).isBetween(80 * MS, 100 * MS);
        assertThat(ask("01 04 00 0A 00 01")).isEqualTo("01 04 02 01 2C");
        assertThat(ask("01 03 00 01 00 02")).isEqualTo("01 03 04 01 2C 00 01");
    }

    @Test
    void aSetPointAloneTurnsNothing() {
        ask("01 06 00 01 01 2C");
        assertThat(drive.commandedRpm).isZero();
    }

    @Test
    void theCommandIsRenewedForAsLongAsNobodySaysOtherwise() {
        turning(300);
        int before = drive.commands;
        run(1_000);
        assertThat(drive.commands - before).isBetween(99, 102);
        assertThat(drive.speedRpm).isEqualTo(300);
    }

    @Test
    void aNegativeSpeedIsTwosComplement() {
        drive.follows = false;
        drive.speedRpm = -5;
        assertThat(ask("01 04 00 0A 00 01")).isEqualTo("01 04 02 FF FB");
    }

    @Test
    void functionSixteenWritesSeveralRegistersAtOnce() {
        assertThat(ask("01 10 00 01 00 02 04 01 2C 00 01")).isEqualTo("01 10 00 01 00 02");
        assertThat(drive.speedRpm).isEqualTo(300);
    }

    @Test
    void functionSixteenWritesAllOrNothing() {
        assertThat(ask("01 10 00 01 00 02 04 01 2C 00 07")).isEqualTo("01 90 03");
        assertThat(ask("01 03 00 01 00 01")).isEqualTo("01 03 02 00 00");
    }

    @ParameterizedTest
    @CsvSource({
        "01 07, 01 87 01", // no such function
        "01 03 00 05 00 01, 01 83 02", // no such register
        "01 03 00 0A 00 01, 01 83 02", // an input register, read as a holding one
        "01 04 00 01 00 01, 01 84 02", // the other way round
        "01 03 00 02 00 02, 01 83 02", // the second of two is none
        "01 06 00 0A 00 01, 01 86 02", // a measured value cannot be written
        "01 06 00 02 00 07, 01 86 03", // neither enabled nor disabled
        "01 03 00 01 00 00, 01 83 03", // no register at all
        "01 03 00 01 00 1E, 01 83 03", // more than a frame of 64 bytes holds
        "01 10 00 01 00 01 04 01 2C 00 01, 01 90 03", // count and bytes differ
    })
    void whatCannotBeDoneIsAnExceptionOfItsOwnCode(String request, String answer) {
        assertThat(ask(request)).isEqualTo(answer);
        assertThat(drive.commandedRpm).isZero();
    }

    @Test
    void aCurrentThatIsNotMeasuredIsAFailureAndNeverZeroNorAnotherQuantity() {
        turning(300);
        ask("01 04 00 0A 00 01");
        assertThat(ask("01 04 00 0B 00 01")).isEqualTo("01 84 04");
        drive.currentAmps = 1.5;
        assertThat(ask("01 04 00 0B 00 01")).isEqualTo("01 04 02 00 96");
    }

    @Test
    void aSpeedThatItsRegisterCannotCarryIsNotKnown() {
        drive.follows = false;
        drive.speedRpm = 40_000;
        assertThat(ask("01 04 00 0A 00 01")).isEqualTo("01 84 04");
    }

    @Test
    void theFaultCodeIsThatOfTheDrive() {
        drive.faultCode = 7;
        assertThat(ask("01 04 00 0C 00 01")).isEqualTo("01 04 02 00 07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"02 06 00 02 00 01", "00 06 00 02 00 01", "02 07", "00 07"})
    void whatIsForAnotherOrForAllIsNeitherObeyedNorAnswered(String request) {
        ask("01 06 00 01 01 2C");
        assertThat(ask(request)).isEqualTo(NOTHING);
        assertThat(drive.commandedRpm).isZero();
    }

    @Test
    void theSameForThisAddressIsBoth() {
        ask("01 06 00 01 01 2C");
        assertThat(ask("01 06 00 02 00 01")).isEqualTo("01 06 00 02 00 01");
        assertThat(drive.commandedRpm).isEqualTo(300);
    }

    @Test
    void aSpoiltRequestIsNobodys() {
        byte[] request = sealed("01 06 00 02 00 01");
        request[4] ^= 1;
        assertThat(ask(request)).isEqualTo(NOTHING);
    }

    @Test
    void aRequestInPiecesIsOneRequest() {
        byte[] request = sealed("01 06 00 02 00 01");
        line.send(request, 3, 0, 0);
        run(2);
        assertThat(line.log).isEmpty();
        line.send(java.util.Arrays.copyOfRange(request, 3, request.length));
        run(2);
        assertThat(line.log).hasSize(1);
    }

    @Test
    void aPieceThatNothingFollowsIsForgotten() {
        line.send(sealed("01 06 00 02 00 01"), 3, 0, 0);
        run(20);
        assertThat(ask("01 06 00 02 00 01")).isEqualTo("01 06 00 02 00 01");
    }

    @Test
    void noiseBeforeARequestDoesNotHideIt() {
        line.send((byte) 0x55, (byte) 0xAA, (byte) 0x01);
        assertThat(ask("01 06 00 02 00 01")).isEqualTo("01 06 00 02 00 01");
    }

    @Test
    void aBabblingLineSaysNothingAndIsHeardAgainAfterwards() {
        byte[] noise = new byte[40];
        java.util.Arrays.fill(noise, (byte) 1);
        for (int i = 0; i < 20; i++) {
            line.send(noise);
            run(1);
        }
        run(10);
        assertThat(line.log).isEmpty();
        assertThat(ask("01 06 00 02 00 01")).isEqualTo("01 06 00 02 00 01");
    }

    @Test
    void ofRequestsThatPiledUpTheLastIsAnsweredAndAllAreObeyed() {
        line.send(sealed("01 06 00 01 01 2C"));
        line.send(sealed("01 06 00 02 00 01"));
        run(5);
        assertThat(line.log).hasSize(1);
        assertThat(HEX.formatHex(line.log.getFirst())).startsWith("01 06 00 02");
        assertThat(drive.speedRpm).isEqualTo(300);
    }

    @Test
    void anUnsignedMapTurnsByItsDirectionWordAndTheOtherWayFromStandstillOnly() {
        serve(BusRig.unsignedMap(1), new Silence.Nothing(), new LossPolicy.Hold());
        ask("01 06 00 03 00 02");
        ask("01 06 00 01 03 E8"); // 1000 counts of 0.1 rpm
        ask("01 06 00 02 00 01");
        assertThat(drive.speedRpm).isEqualTo(-100);
        assertThat(ask("01 03 00 0A 00 01")).isEqualTo("01 03 02 03 E8");
        assertThat(ask("01 03 00 0D 00 01")).isEqualTo("01 03 02 00 02");

        drive.follows = false;
        ask("01 06 00 03 00 01");
        assertThat(drive.commandedRpm).isZero();
        drive.speedRpm = 0;
        run(10);
        assertThat(drive.commandedRpm).isEqualTo(100);
    }

    @Test
    void aDriveThatGoesOnInSilenceGoesOn() {
        turning(300);
        run(60_000);
        assertThat(drive.speedRpm).isEqualTo(300);
    }

    @Test
    void aDriveThatHoldsInSilenceHolds() {
        serve(
                BusRig.map(1),
                new Silence.Fixed(Silence.Action.HOLD, Duration.ofMillis(300)),
                new LossPolicy.Stop(Duration.ZERO));
        turning(300);
        run(60_000);
        assertThat(drive.speedRpm).isEqualTo(300);
    }

    @Test
    void aDriveThatStopsInSilenceStopsThenAndNotBefore() {
        serve(BusRig.map(1), new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300)), new LossPolicy.Hold());
        turning(300);
        run(280);
        assertThat(drive.stopped).isFalse();
        run(30);
        assertThat(drive.stopped).isTrue();
        assertThat(drive.speedRpm).isZero();
    }

    @Test
    void whoIsSpokenToInTimeDoesNotStop() {
        serve(BusRig.map(1), new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300)), new LossPolicy.Hold());
        turning(300);
        for (int i = 0; i < 20; i++) {
            run(200);
            ask("01 04 00 0A 00 01");
        }
        assertThat(drive.stopped).isFalse();
    }

    @Test
    void speakingToAnotherDriveDoesNotCount() {
        serve(BusRig.map(1), new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300)), new LossPolicy.Hold());
        turning(300);
        for (int i = 0; i < 4; i++) {
            run(100);
            ask("02 04 00 0A 00 01");
        }
        assertThat(drive.stopped).isTrue();
    }

    @Test
    void afterAStopInSilenceTheMasterStartsItAnew() {
        serve(BusRig.map(1), new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300)), new LossPolicy.Hold());
        turning(300);
        run(400);
        assertThat(ask("01 03 00 01 00 02")).isEqualTo("01 03 04 00 00 00 00");
        assertThat(drive.stopped).isFalse();
        run(100);
        assertThat(drive.speedRpm).isZero();
        turning(200);
    }

    @Test
    void aDriveThatCoastsIsToldZeroWithoutItsBrake() {
        serve(BusRig.map(1), new Silence.Fixed(Silence.Action.COAST, Duration.ofMillis(300)), new LossPolicy.Hold());
        turning(300);
        run(320);
        assertThat(drive.commandedRpm).isZero();
        assertThat(drive.stopped).isFalse();
    }

    @Test
    void aDriveWithALeaseDoesWhatItsRoleAsksFor() {
        var lease = new Silence.Lease(Duration.ofMillis(300));
        serve(BusRig.map(1), lease, new LossPolicy.Hold());
        turning(300);
        run(20_000);
        assertThat(drive.speedRpm).isEqualTo(300);

        serve(BusRig.map(1), lease, new LossPolicy.HoldThenStop(Duration.ofSeconds(10)));
        turning(300);
        run(10_250);
        assertThat(drive.speedRpm).isEqualTo(300);
        run(100);
        assertThat(drive.stopped).isTrue();
    }

    @Test
    void theWatchdogTimeThatTheMasterSetsIsTheOneThatCounts() {
        serve(
                BusRig.unsignedMap(1),
                new Silence.Fixed(Silence.Action.STOP, Duration.ofSeconds(5)),
                new LossPolicy.Hold());
        ask("01 06 00 14 00 FA");
        assertThat(ask("01 03 00 14 00 01")).isEqualTo("01 03 02 00 FA");
        run(300);
        assertThat(drive.stopped).isTrue();
    }

    @Test
    void withoutOneTheDeclaredTimeCounts() {
        serve(
                BusRig.unsignedMap(1),
                new Silence.Fixed(Silence.Action.STOP, Duration.ofSeconds(5)),
                new LossPolicy.Hold());
        ask("01 03 00 14 00 01");
        run(4_900);
        assertThat(drive.stopped).isFalse();
        run(200);
        assertThat(drive.stopped).isTrue();
    }

    @Test
    void aLineThatIsGoneIsSilence() {
        serve(BusRig.map(1), new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300)), new LossPolicy.Hold());
        turning(300);
        line.refuse = true;
        line.gone = true;
        run(320);
        assertThat(drive.stopped).isTrue();
        assertThat(server.trouble()).isNotEmpty();
    }

    @Test
    void servingAllocatesNothing() {
        turning(300);
        line.logging = false;
        byte[] request = sealed("01 04 00 0A 00 01");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int i = 0; i < 300_000; i++) {
            if (i == 100_000) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            line.send(request, request.length, 0, 0);
            run(1);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4_096);
    }
}
