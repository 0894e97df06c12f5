package org.altercor.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.altercor.config.LossPolicy;
import org.altercor.config.rig.Silence;
import org.altercor.hal.line.SimulatedLine;
import org.junit.jupiter.api.Test;

/// What a served drive does when its master falls silent, and when the drive behind it fails. Registers as in
/// [DriveServerTest].
class DriveServerSilenceTest {
    private static final Silence STOP = new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300));
    private static final LossPolicy HOLD = new LossPolicy.Hold();

    private final ServedRig rig = new ServedRig();
    private final SimulatedLine line = rig.line;
    private final ScriptedDrive drive = rig.drive;

    @Test
    void aDriveThatGoesOnInSilenceGoesOn() {
        rig.serve(BusRig.map(1), new Silence.Nothing(), HOLD);
        rig.turning(300);
        rig.run(60_000);
        assertThat(drive.speedRpm).isEqualTo(300);
    }

    @Test
    void aDriveThatHoldsInSilenceHolds() {
        rig.serve(
                BusRig.map(1),
                new Silence.Fixed(Silence.Action.HOLD, Duration.ofMillis(300)),
                new LossPolicy.Stop(Duration.ZERO));
        rig.turning(300);
        rig.run(60_000);
        assertThat(drive.speedRpm).isEqualTo(300);
    }

    @Test
    void aDriveThatStopsInSilenceStopsThenAndNotBefore() {
        rig.serve(BusRig.map(1), new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300)), new LossPolicy.Hold());
        rig.turning(300);
        rig.run(280);
        assertThat(drive.stopped).isFalse();
        rig.run(30);
        assertThat(drive.stopped).isTrue();
        assertThat(drive.speedRpm).isZero();
    }

    @Test
    void whoIsSpokenToInTimeDoesNotStop() {
        rig.serve(BusRig.map(1), new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300)), new LossPolicy.Hold());
        rig.turning(300);
        for (int i = 0; i < 20; i++) {
            rig.run(200);
            rig.ask("01 04 00 0A 00 01");
        }
        assertThat(drive.stopped).isFalse();
    }

    @Test
    void speakingToAnotherDriveDoesNotCount() {
        rig.serve(BusRig.map(1), new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300)), new LossPolicy.Hold());
        rig.turning(300);
        for (int i = 0; i < 4; i++) {
            rig.run(100);
            rig.ask("02 04 00 0A 00 01");
        }
        assertThat(drive.stopped).isTrue();
    }

    @Test
    void afterAStopInSilenceTheMasterStartsItAnew() {
        rig.serve(BusRig.map(1), new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300)), new LossPolicy.Hold());
        rig.turning(300);
        rig.run(400);
        assertThat(rig.ask("01 03 00 01 00 02")).isEqualTo("01 03 04 00 00 00 00");
        assertThat(drive.stopped).isFalse();
        rig.run(100);
        assertThat(drive.speedRpm).isZero();
        rig.turning(200);
    }

    @Test
    void aDriveThatCoastsIsToldZeroWithoutItsBrake() {
        rig.serve(
                BusRig.map(1), new Silence.Fixed(Silence.Action.COAST, Duration.ofMillis(300)), new LossPolicy.Hold());
        rig.turning(300);
        rig.run(320);
        assertThat(drive.commandedRpm).isZero();
        assertThat(drive.stopped).isFalse();
    }

    @Test
    void aDriveWithALeaseDoesWhatItsRoleAsksFor() {
        var lease = new Silence.Lease(Duration.ofMillis(300));
        rig.serve(BusRig.map(1), lease, new LossPolicy.Hold());
        rig.turning(300);
        rig.run(20_000);
        assertThat(drive.speedRpm).isEqualTo(300);

        rig.serve(BusRig.map(1), lease, new LossPolicy.HoldThenStop(Duration.ofSeconds(10)));
        rig.turning(300);
        rig.run(10_250);
        assertThat(drive.speedRpm).isEqualTo(300);
        rig.run(100);
        assertThat(drive.stopped).isTrue();
    }

    @Test
    void theWatchdogTimeThatTheMasterSetsIsTheOneThatCounts() {
        rig.serve(
                BusRig.unsignedMap(1),
                new Silence.Fixed(Silence.Action.STOP, Duration.ofSeconds(5)),
                new LossPolicy.Hold());
        rig.ask("01 06 00 14 00 FA");
        assertThat(rig.ask("01 03 00 14 00 01")).isEqualTo("01 03 02 00 FA");
        rig.run(300);
        assertThat(drive.stopped).isTrue();
    }

    @Test
    void withoutOneTheDeclaredTimeCounts() {
        rig.serve(
                BusRig.unsignedMap(1),
                new Silence.Fixed(Silence.Action.STOP, Duration.ofSeconds(5)),
                new LossPolicy.Hold());
        rig.ask("01 03 00 14 00 01");
        rig.run(4_900);
        assertThat(drive.stopped).isFalse();
        rig.run(200);
        assertThat(drive.stopped).isTrue();
    }

    @Test
    void aLineThatIsGoneIsSilence() {
        rig.serve(BusRig.map(1), new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300)), new LossPolicy.Hold());
        rig.turning(300);
        line.refuse = true;
        line.gone = true;
        rig.run(320);
        assertThat(drive.stopped).isTrue();
        assertThat(rig.trouble()).isNotEmpty();
    }

    /// A master that looks how things are, half way down, does not loosen the brake.
    @Test
    void aStopThatHasBegunIsFinishedThoughTheMasterIsBack() {
        rig.serve(BusRig.map(1), STOP, HOLD);
        rig.turning(300);
        drive.follows = false;
        rig.run(320);
        drive.speedRpm = 150;
        rig.ask("01 04 00 0A 00 01");
        assertThat(drive.stopped).isTrue();
        rig.ask("01 06 00 01 00 C8");
        rig.ask("01 06 00 02 00 01");
        assertThat(drive.stopped).as("nor does a new start").isTrue();
        assertThat(drive.commandedRpm).isZero();

        drive.speedRpm = 0;
        rig.run(10);
        assertThat(drive.stopped).isFalse();
        assertThat(drive.commandedRpm).as("now it starts").isEqualTo(200);
    }

    @Test
    void aShaftThatStandsStaysStoppedUntilTheMasterIsBack() {
        rig.serve(BusRig.map(1), STOP, HOLD);
        rig.turning(300);
        rig.run(10_000);
        assertThat(drive.stopped).isTrue();
    }

    /// This program was held up for a second, the master was not: its request lay on the line.
    @Test
    void whatWaitedWhileThisProgramWasHeldUpWasNoSilence() {
        rig.serve(BusRig.map(1), STOP, HOLD);
        rig.turning(300);
        long driveNanos = rig.nowNanos;
        line.send(ServedRig.sealed("01 04 00 0A 00 01"));
        rig.heldUp(1_000, driveNanos + 100_000_000);
        assertThat(drive.stopped).isFalse();
    }

    @Test
    void aMasterThatSaidNothingMeanwhileIsSilentForAsLongAsTheDriveLived() {
        rig.serve(BusRig.map(1), STOP, HOLD);
        rig.turning(300);
        long driveNanos = rig.nowNanos;
        rig.heldUp(1_000, driveNanos + 100_000_000);
        assertThat(drive.stopped).isFalse();
        rig.heldUp(1_000, driveNanos + 310_000_000);
        assertThat(drive.stopped).isTrue();
    }

    @Test
    void aDriveThatRebootedIsAsAfterPowerUpAndForgetsItsWatchdogTime() {
        rig.serve(BusRig.unsignedMap(1), new Silence.Fixed(Silence.Action.STOP, Duration.ofSeconds(5)), HOLD);
        rig.ask("01 06 00 14 00 FA");
        rig.ask("01 06 00 03 00 02");
        rig.ask("01 06 00 01 03 E8");
        rig.ask("01 06 00 02 00 01");
        assertThat(drive.speedRpm).isEqualTo(-100);

        drive.reboot();
        rig.run(10);
        assertThat(drive.commandedRpm).isZero();
        assertThat(rig.ask("01 03 00 01 00 03")).isEqualTo("01 03 06 00 00 00 00 00 01");
        assertThat(rig.ask("01 03 00 14 00 01")).isEqualTo("01 03 02 00 00");
        rig.ask("01 06 00 01 03 E8");
        assertThat(drive.commandedRpm)
                .as("a refreshed set-point starts nothing")
                .isZero();
    }

    @Test
    void whatDidNotRebootKeepsAll() {
        rig.serve(BusRig.map(1), new Silence.Nothing(), HOLD);
        rig.turning(300);
        rig.run(100);
        assertThat(rig.ask("01 03 00 01 00 02")).isEqualTo("01 03 04 01 2C 00 01");
    }

    @Test
    void aDriveThatRebootedWaitsForAMasterBeforeItMindsSilence() {
        rig.serve(BusRig.map(1), STOP, HOLD);
        rig.turning(300);
        drive.reboot();
        rig.run(1_000);
        assertThat(drive.stopped).isFalse();
    }

    @Test
    void aDriveThatIsGoneNeitherAnswersNorHears() {
        rig.serve(BusRig.map(1), STOP, HOLD);
        rig.turning(300);
        drive.lost = true;
        for (int i = 0; i < 4; i++) {
            assertThat(rig.ask("01 06 00 01 00 64")).isEqualTo(ServedRig.NOTHING);
            rig.run(90);
        }
        assertThat(drive.stopped).as("what it does not hear is silence").isTrue();
        drive.lost = false;
        assertThat(rig.ask("01 03 00 01 00 02")).isEqualTo("01 03 04 00 00 00 00");
    }

    @Test
    void aDriveThatLostItsMotionIsDisabledAndNoOtherSetPointStartsIt() {
        rig.serve(BusRig.map(1), new Silence.Nothing(), HOLD);
        rig.turning(300);
        drive.awaitsZero = true; // it tripped
        rig.run(5);
        assertThat(rig.ask("01 03 00 01 00 02")).isEqualTo("01 03 04 00 00 00 00");
        rig.ask("01 06 00 01 01 2D");
        assertThat(drive.commandedRpm).isZero();
        rig.ask("01 06 00 02 00 01");
        assertThat(drive.speedRpm).as("enabled anew").isEqualTo(301);
    }
}
