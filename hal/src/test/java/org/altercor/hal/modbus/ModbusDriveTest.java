package org.altercor.hal.modbus;

import static org.altercor.hal.modbus.SimulatedSlave.DIRECTION;
import static org.altercor.hal.modbus.SimulatedSlave.ENABLE;
import static org.altercor.hal.modbus.SimulatedSlave.SET_SPEED;
import static org.altercor.hal.modbus.SimulatedSlave.WATCHDOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.altercor.config.LossPolicy;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.Silence;
import org.altercor.hal.port.DriveStatus.Lease;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.junit.jupiter.api.Test;

class ModbusDriveTest {
    private final BusRig rig = new BusRig(new LossPolicy.Hold(), BusRig.map(1));
    private final SimulatedSlave slave = rig.slaves.getFirst();
    private final ModbusDrive drive = rig.drives.getFirst();

    @Test
    void beforeAnyCommandTheDriveIsToldZeroAndDisabled() {
        slave.registers[SET_SPEED] = 77;
        slave.registers[ENABLE] = 1;
        rig.loopAlive = false;
        rig.run(100);
        assertThat(slave.registers[SET_SPEED]).isZero();
        assertThat(slave.registers[ENABLE]).isZero();
        assertThat(rig.status().lease).isEqualTo(Lease.NONE);
    }

    @Test
    void aCommandedSpeedIsSetEnabledAndReadBack() {
        rig.turning(120);
        assertThat(slave.registers[SET_SPEED]).isEqualTo(120);
        assertThat(slave.registers[ENABLE]).isEqualTo(1);
        assertThat(rig.speed().value()).isEqualTo(120);
        assertThat(rig.speed().quality()).isEqualTo(Quality.GOOD);
        assertThat(rig.status().commandedRpm).isEqualTo(120);
        assertThat(rig.status().isLinked(rig.nowMs * BusRig.MS, 50 * BusRig.MS)).isTrue();
    }

    @Test
    void currentAndFaultAreReadInTheirUnits() {
        slave.registers[SimulatedSlave.CURRENT] = 123;
        slave.registers[SimulatedSlave.FAULT] = 7;
        rig.run(500);
        Reading reading = new Reading();
        drive.readCurrentAmps(reading);
        assertThat(reading.value()).isEqualTo(1.23);
        assertThat(reading.raw()).isEqualTo(123);
        drive.readFaultCode(reading);
        assertThat(reading.value()).isEqualTo(7);
    }

    @Test
    void whatTheDriveDoesNotReportIsMissingAndNotZero() {
        BusRig bare = new BusRig(new LossPolicy.Hold(), BusRig.unsignedMap(1));
        bare.run(500);
        Reading reading = new Reading();
        bare.drives.getFirst().readCurrentAmps(reading);
        assertThat(reading.quality()).isEqualTo(Quality.MISSING);
        assertThat(reading.value()).isNaN();
    }

    @Test
    void aSpeedIsNeverOlderThanItSays() {
        rig.turning(120);
        Reading speed = rig.speed();
        long sample = speed.sample();
        long ageMs = rig.nowMs - speed.sampledAtNanos() / BusRig.MS;
        assertThat(ageMs).isBetween(1L, 60L);
        rig.run(60);
        assertThat(rig.speed().sample()).isGreaterThan(sample);
    }

    @Test
    void aSpeedThatDoesNotFitTheRegisterIsRefusedAndNotWrapped() {
        rig.turning(120);
        rig.speedsRpm[0] = 40_000;
        rig.run(200);
        assertThat(slave.registers[SET_SPEED]).isEqualTo(120);
        assertThat(rig.status().commandsRefused).isEqualTo(20);
        rig.run(400);
        assertThat(rig.status().lease).isEqualTo(Lease.HOLDING); // refused commands renew nothing
    }

    @Test
    void aNegativeSpeedIsTwosComplementWhenSignedAndADirectionWordWhenNot() {
        rig.turning(-120);
        assertThat((short) slave.registers[SET_SPEED]).isEqualTo((short) -120);
        assertThat(rig.speed().value()).isEqualTo(-120);

        BusRig other = new BusRig(new LossPolicy.Hold(), BusRig.unsignedMap(1));
        other.turning(-12.3);
        assertThat(other.slaves.getFirst().registers[SET_SPEED]).isEqualTo(123);
        assertThat(other.slaves.getFirst().registers[DIRECTION]).isEqualTo(2);
        assertThat(other.speed().value()).isEqualTo(-12.3, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void aReversalPassesThroughAStandstillThatWasReadBack() {
        BusRig other = new BusRig(new LossPolicy.Hold(), BusRig.unsignedMap(1));
        SimulatedSlave ramping = other.slaves.getFirst();
        ramping.rampRpmPerMs = 1;
        other.run(100);
        other.speedsRpm[0] = 20;
        other.run(500);
        assertThat(ramping.registers[SimulatedSlave.ACTUAL_SPEED]).isEqualTo(200);

        other.speedsRpm[0] = -20;
        other.run(50);
        assertThat(ramping.registers[SET_SPEED]).isZero();
        assertThat(other.status().awaitsZeroCommand).isTrue();
        other.startAnew(0);
        int directionChangedAt = -1;
        for (int ms = 0; ms < 1000; ms++) {
            other.run(1);
            if (other.status().awaitsZeroCommand) {
                other.startAnew(0); // the lock held it back: the shaft still turned
            }
            if (directionChangedAt < 0 && ramping.registers[DIRECTION] == 2) {
                directionChangedAt = ramping.registers[SimulatedSlave.ACTUAL_SPEED];
            }
        }
        assertThat(directionChangedAt).isBetween(0, 19); // tenths of an rpm, below the two of standstill
        assertThat(ramping.registers[SET_SPEED]).isEqualTo(200);
    }

    @Test
    void aDirectionWordThatMeansNothingLeavesTheSpeedUnknown() {
        BusRig other = new BusRig(new LossPolicy.Hold(), BusRig.unsignedMap(1));
        other.turning(20);
        assertThat(other.speed().quality()).isEqualTo(Quality.GOOD);
        other.slaves.getFirst().follows = false;
        other.slaves.getFirst().registers[SimulatedSlave.ACTUAL_DIRECTION] = 9;
        other.run(200);
        assertThat(other.speed().quality()).isEqualTo(Quality.MISSING);
        assertThat(other.speed().value()).isNaN();
    }

    @Test
    void theWatchdogIsWrittenAndReadBackBeforeAnythingTurns() {
        BusRig other = new BusRig(new LossPolicy.Hold(), BusRig.unsignedMap(1));
        other.turning(20);
        assertThat(other.slaves.getFirst().registers[WATCHDOG]).isEqualTo(250);
        assertThat(other.slaves.getFirst().registers[SET_SPEED]).isEqualTo(200);
    }

    @Test
    void aDriveThatRefusesItsWatchdogIsNeverStarted() {
        BusRig other = new BusRig(new LossPolicy.Hold(), BusRig.unsignedMap(1));
        other.slaves.getFirst().refused.put(WATCHDOG, 2);
        other.turning(20);
        other.run(2_000);
        assertThat(other.slaves.getFirst().writesOfMotion).isZero();
        assertThat(other.status().exceptions).isGreaterThan(5);
    }

    @Test
    void aMapWhoseWatchdogDoesNotFitIsRefused() {
        ModbusDriveMap good = BusRig.unsignedMap(1);
        ModbusDriveMap bad = new ModbusDriveMap(
                1,
                good.responseTimeout(),
                good.write(),
                good.setSpeed(),
                good.actualSpeed(),
                good.enable(),
                good.direction(),
                good.actualDirection(),
                good.current(),
                good.fault(),
                good.watchdog(),
                Optional.of(Duration.ofSeconds(100)));
        assertThatThrownBy(() ->
                        new ModbusDrive(bad, new Silence.Nothing(), new LossPolicy.Hold(), rig.beat, Duration.ZERO))
                .hasMessageContaining("100000 ms");
    }

    @Test
    void aRefusedReadIsADeviceFaultAndNotZero() {
        rig.turning(120);
        slave.refused.put(SimulatedSlave.ACTUAL_SPEED, 4);
        rig.run(100);
        assertThat(rig.speed().quality()).isEqualTo(Quality.DEVICE_FAULT);
        assertThat(rig.speed().value()).isNaN();
        assertThat(rig.status().exceptions).isPositive();
    }

    @Test
    void withTheLoopGoneTheLastSpeedIsRefreshedWhileTheSupervisorBeats() {
        rig.turning(120);
        rig.loopAlive = false;
        rig.run(400);
        slave.requests = 0;
        rig.line.log.clear();
        rig.run(1_000);
        assertThat(rig.status().lease).isEqualTo(Lease.HOLDING);
        assertThat(rig.actualRpm()).isEqualTo(120);
        long refreshes = rig.line.log.stream()
                .filter(frame -> frame[1] == 6 && frame[3] == SET_SPEED && frame[5] == 120)
                .count();
        assertThat(refreshes).isBetween(15L, 20L); // every 50 ms
    }

    @Test
    void withLoopAndSupervisorGoneNotOneByteIsSent() {
        rig.turning(120);
        rig.loopAlive = false;
        rig.supervisorAlive = false;
        rig.run(400);
        assertThat(rig.status().lease).isEqualTo(Lease.SILENT);
        rig.line.log.clear();
        rig.run(5_000);
        assertThat(rig.line.log).isEmpty();
    }

    @Test
    void afterSilenceADriveThatStoppedByItselfIsNotSpunUp() {
        rig.turning(120);
        rig.loopAlive = false;
        rig.supervisorAlive = false;
        rig.run(500);
        slave.registers[ENABLE] = 0; // its own watchdog
        slave.run();
        slave.writesOfMotion = 0;
        rig.loopAlive = true;
        rig.supervisorAlive = true;
        rig.run(2_000);
        assertThat(rig.actualRpm()).isZero();
        assertThat(slave.writesOfMotion).isZero();
        assertThat(rig.status().awaitsZeroCommand).isTrue();

        rig.speedsRpm[0] = 0;
        rig.run(50);
        rig.speedsRpm[0] = 100;
        rig.run(200);
        assertThat(rig.actualRpm()).isEqualTo(100);
    }

    @Test
    void afterSilenceADriveThatKeptTurningGoesOn() {
        rig.turning(120);
        rig.loopAlive = false;
        rig.supervisorAlive = false;
        rig.run(500);
        rig.loopAlive = true;
        rig.supervisorAlive = true;
        rig.run(200);
        assertThat(rig.status().lease).isEqualTo(Lease.VALID);
        assertThat(rig.status().awaitsZeroCommand).isFalse();
        rig.speedsRpm[0] = 130;
        rig.run(100);
        assertThat(rig.actualRpm()).isEqualTo(130);
    }

    @Test
    void aDriveThatRebootsAloneIsNotSpunUpAgain() {
        rig.turning(120);
        slave.reboot();
        slave.writesOfMotion = 0;
        rig.run(2_000);
        assertThat(rig.actualRpm()).isZero(); // its enable is not refreshed
        assertThat(rig.status().awaitsZeroCommand).isTrue();

        rig.speedsRpm[0] = 0;
        rig.run(50);
        assertThat(rig.status().awaitsZeroCommand).isFalse();
        rig.speedsRpm[0] = 120;
        rig.run(200);
        assertThat(rig.actualRpm()).isEqualTo(120);
    }

    @Test
    void aDriveThatWasAwayWhileItRebootedIsNotSpunUpAgainEvenWithoutAnEnableWord() {
        slave.needsEnable = false;
        rig.turning(120);
        slave.dead = true;
        slave.reboot();
        rig.run(500);
        slave.dead = false;
        slave.writesOfMotion = 0;
        rig.run(3_000);
        assertThat(rig.actualRpm()).isZero();
        assertThat(slave.writesOfMotion).isZero();
        assertThat(rig.status().awaitsZeroCommand).isTrue();
    }

    @Test
    void aDriveThatWasOnlyUnpluggedAndKeptTurningGoesOn() {
        rig.turning(120);
        slave.dead = true;
        rig.run(1_000);
        assertThat(rig.speed().quality()).isEqualTo(Quality.DISCONNECTED);
        assertThat(rig.speed().value()).isEqualTo(120); // the last value stays, with its old time
        slave.dead = false;
        rig.run(2_500);
        assertThat(rig.speed().quality()).isEqualTo(Quality.GOOD);
        assertThat(rig.status().awaitsZeroCommand).isFalse();
        rig.speedsRpm[0] = 110;
        rig.run(100);
        assertThat(rig.actualRpm()).isEqualTo(110);
    }

    @Test
    void aDriveThatWasAwayForTenMinutesIsReadAgainAsSoonAsItIsFound() {
        rig.run(100);
        slave.dead = true;
        rig.run(600_000);
        slave.dead = false;
        rig.run(2_500);
        assertThat(rig.speed().quality()).isEqualTo(Quality.GOOD);
    }

    @Test
    void aLostPortIsOpenedAgainAndTheDriveRejoins() {
        rig.turning(120);
        rig.line.gone = true;
        rig.line.refuse = true;
        rig.run(1_000);
        assertThat(rig.speed().quality()).isEqualTo(Quality.DISCONNECTED);
        assertThat(rig.bus.trouble()).contains("refused");
        rig.line.refuse = false;
        rig.run(2_000);
        assertThat(rig.status().connections).isEqualTo(2);
        assertThat(rig.speed().quality()).isEqualTo(Quality.GOOD);
        assertThat(rig.actualRpm()).isEqualTo(120);
    }

    @Test
    void theStopIsRepeatedUntilTheShaftStandsAndThenKeptRefreshed() {
        slave.rampRpmPerMs = 1;
        rig.turning(120);
        rig.line.log.clear();
        drive.demand();
        rig.run(100);
        long whileTurning = stopFrames();
        assertThat(whileTurning).isGreaterThan(4);
        rig.run(300);
        assertThat(rig.actualRpm()).isZero();
        assertThat(slave.registers[ENABLE]).isZero();
        rig.line.log.clear();
        rig.run(1_000);
        assertThat(stopFrames()).isBetween(15L, 21L);
        assertThat(rig.status().lease).isEqualTo(Lease.STOPPED_BY_SUPERVISOR);
    }

    @Test
    void aShaftThatDoesNotFollowZeroIsDisabledAfterHalfASecond() {
        rig.turning(120);
        slave.follows = false;
        drive.demand();
        rig.run(450);
        assertThat(slave.registers[ENABLE]).isEqualTo(1);
        rig.run(150);
        assertThat(slave.registers[ENABLE]).isZero();
    }

    @Test
    void afterTheReleaseTheLoopMayStartItAnewAndNotGoOnAsIfNothingHadHappened() {
        rig.turning(120);
        drive.demand();
        rig.run(500);
        rig.loopAlive = false;
        drive.release();
        rig.run(500);
        assertThat(rig.actualRpm()).isZero();
        rig.loopAlive = true;
        rig.run(200);
        assertThat(rig.actualRpm()).isZero();
        rig.startAnew(0);
        rig.run(200);
        assertThat(rig.actualRpm()).isEqualTo(120);
    }

    @Test
    void anAdapterThatHearsItselfConfirmsNothing() {
        rig.line.farEnd((line, frame, length) -> line.send(frame, length, 0, 0)); // an echo, and no drive at all
        rig.turning(120);
        Reading speed = rig.speed();
        assertThat(speed.quality()).isNotEqualTo(Quality.GOOD);
        long good = rig.status().framesGood;
        rig.run(2_000);
        assertThat(rig.status().framesGood).isEqualTo(good);
        assertThat(rig.line.log.stream().anyMatch(frame -> frame[1] == 6 && frame[3] == ENABLE && frame[5] == 1))
                .isFalse();
    }

    /// Fault B11 and shorter delays, from any phase: an answer that comes during the next read must not become its
    /// value.
    @Test
    void answersThatComeTooLateNeverBecomeAReadingOfSomethingElse() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        slave.registers[SimulatedSlave.CURRENT] = 9_999;
        slave.registers[SimulatedSlave.FAULT] = 5_555;
        rig.turning(120);
        for (int trial = 0; trial < 400; trial++) {
            slave.delayNanos = BusRig.MS;
            rig.run(1_000 + random.nextInt(200));
            assertThat(rig.speed().quality())
                    .as("seed %d trial %d", seed, trial)
                    .isEqualTo(Quality.GOOD);
            slave.delayNanos = random.nextInt(10, 210) * BusRig.MS;
            for (int ms = 0; ms < 400; ms++) {
                rig.run(1);
                assertNothingIsMixedUp("seed %d trial %d".formatted(seed, trial));
            }
        }
    }

    private void assertNothingIsMixedUp(String where) {
        assertThat(rig.speed().value()).as(where).isEqualTo(120);
        drive.readCurrentAmps(rig.reading);
        assertThat(rig.reading.raw()).as(where).isEqualTo(9_999);
        drive.readFaultCode(rig.reading);
        assertThat(rig.reading.raw()).as(where).isEqualTo(5_555);
    }

    @Test
    void anAnswerInAnotherSlavesNameIsNotBelieved() {
        rig.turning(120);
        slave.answersAs = 7;
        rig.run(500);
        assertThat(rig.speed().quality()).isEqualTo(Quality.DISCONNECTED);
        assertThat(rig.status().framesBad).isPositive();
    }

    @Test
    void spoiltAnswersAreCountedAndNeverBelieved() {
        rig.turning(120);
        slave.spoilAnswers = true;
        slave.registers[SimulatedSlave.ACTUAL_SPEED] = 99;
        rig.run(500);
        assertThat(rig.speed().value()).isEqualTo(120);
        assertThat(rig.speed().quality()).isEqualTo(Quality.DISCONNECTED);
        assertThat(rig.status().framesBad).isPositive();
    }

    private long stopFrames() {
        List<byte[]> frames = List.copyOf(rig.line.log);
        return frames.stream()
                .filter(frame -> frame[1] == 6 && frame[3] == SET_SPEED && frame[4] == 0 && frame[5] == 0)
                .count();
    }
}
