package org.altercor.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.altercor.config.LossPolicy;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.Silence;
import org.altercor.hal.line.SimulatedLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A drive as its master meets it, frame by frame. Registers as in [BusRig#map]: 1 set speed, 2 enable, 10 actual
/// speed, 11 current, 12 fault; those of [BusRig#unsignedMap] add 3 direction, 13 actual direction, 20 watchdog.
class DriveServerTest {
    private static final String NOTHING = ServedRig.NOTHING;

    private final ServedRig rig = new ServedRig();
    private final SimulatedLine line = rig.line;
    private final ScriptedDrive drive = rig.drive;

    @BeforeEach
    void aDriveThatGoesOn() {
        serve(BusRig.map(1));
    }

    private void serve(ModbusDriveMap map) {
        rig.serve(map, new Silence.Nothing(), new LossPolicy.Hold());
    }

    private void run(int milliseconds) {
        rig.run(milliseconds);
    }

    private static byte[] sealed(String hex) {
        return ServedRig.sealed(hex);
    }

    private String ask(String hex) {
        return rig.ask(hex);
    }

    @Test
    void aPublishedRequestIsAnsweredWithThePublishedBytes() {
        // 04 of register 14 is 880 [P64], here as the actual speed of a map of its own
        serve(new ModbusDriveMap(
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
                java.util.Optional.empty()));
        drive.follows = false;
        drive.speedRpm = 880;
        line.send(ServedRig.HEX.parseHex("01 04 00 0E 00 01 50 09"));
        run(5);
        assertThat(ServedRig.HEX.formatHex(line.log.getLast())).isEqualTo("01 04 02 03 70 B8 24");
    }

    @Test
    void anEnabledSetPointIsCommandedOnALeaseAndReadBack() {
        rig.turning(300);
        assertThat(drive.commandedRpm).isEqualTo(300);
        assertThat(drive.validUntilNanos - rig.nowNanos).isBetween(80_000_000L, 100_000_000L);
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
        rig.turning(300);
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
        "01 03 00 01 00 01 00, 01 83 03", // a byte too many
        "01 10 00 01 00 01 02 01, 01 90 03", // one too few
    })
    void whatCannotBeDoneIsAnExceptionOfItsOwnCode(String request, String answer) {
        assertThat(rig.ask(request)).isEqualTo(answer);
        assertThat(drive.commandedRpm).isZero();
    }

    @Test
    void aCurrentThatIsNotMeasuredIsAFailureAndNeverZeroNorAnotherQuantity() {
        rig.turning(300);
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
        assertThat(rig.ask(request)).isEqualTo(NOTHING);
        assertThat(drive.commandedRpm).isZero();
    }

    /// Else two that say "no such function" to each other would never end: a line may bring back what was said.
    @Test
    void aRefusalThatTheLineBringsBackIsNotRefused() {
        assertThat(ask("01 83 02")).isEqualTo(NOTHING);
    }

    @Test
    void noiseThatFillsTheBufferDoesNotHideTheRequestRightBehindIt() {
        byte[] noise = new byte[61];
        java.util.Arrays.fill(noise, (byte) 0x55);
        line.send(noise);
        run(1);
        line.send(noise);
        run(1);
        byte[] request = sealed("01 06 00 02 00 01");
        line.send(request, 4, 0, 0);
        run(1);
        assertThat(rig.ask(java.util.Arrays.copyOfRange(request, 4, 8))).isEqualTo("01 06 00 02 00 01");
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
        assertThat(rig.ask(request)).isEqualTo(NOTHING);
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
        assertThat(ServedRig.HEX.formatHex(line.log.getFirst())).startsWith("01 06 00 02");
        assertThat(drive.speedRpm).isEqualTo(300);
    }

    @Test
    void anUnsignedMapTurnsByItsDirectionWordAndTheOtherWayFromStandstillOnly() {
        serve(BusRig.unsignedMap(1));
        ask("01 06 00 03 00 02");
        ask("01 06 00 01 03 E8"); // 1000 counts of 0.1 rpm
        ask("01 06 00 02 00 01");
        assertThat(drive.speedRpm).isEqualTo(-100);
        assertThat(ask("01 03 00 0A 00 01")).isEqualTo("01 03 02 03 E8");
        assertThat(ask("01 03 00 0D 00 01")).isEqualTo("01 03 02 00 02");

        drive.follows = false;
        ask("01 06 00 03 00 01");
        assertThat(drive.commandedRpm).isZero();
        drive.speedRpm = -0.04; // less than its speed register shows
        assertThat(ask("01 03 00 0A 00 01")).isEqualTo("01 03 02 00 00");
        assertThat(ask("01 03 00 0D 00 01"))
                .as("what stands has the direction it was told")
                .isEqualTo("01 03 02 00 01");
        drive.speedRpm = 0;
        run(10);
        assertThat(drive.commandedRpm).isEqualTo(100);
    }

    @Test
    void servingAllocatesNothing() {
        rig.turning(300);
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
