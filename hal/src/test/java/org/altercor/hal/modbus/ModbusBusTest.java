package org.altercor.hal.modbus;

import static org.altercor.hal.modbus.SimulatedSlave.SET_SPEED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.altercor.config.LossPolicy;
import org.altercor.config.rig.ModbusTiming;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.junit.jupiter.api.Test;

class ModbusBusTest {
    private final BusRig rig = new BusRig(new LossPolicy.Hold(), BusRig.map(1), BusRig.map(2));

    private void twoTurning() {
        rig.run(100);
        rig.speedsRpm[0] = 100;
        rig.speedsRpm[1] = 200;
        rig.run(500);
    }

    @Test
    void twoDrivesOnOneLineEachFollowTheirOwnSpeed() {
        twoTurning();
        assertThat(rig.slaves.get(0).registers[SET_SPEED]).isEqualTo(100);
        assertThat(rig.slaves.get(1).registers[SET_SPEED]).isEqualTo(200);
        Reading reading = new Reading();
        rig.drives.get(1).readSpeedRpm(reading);
        assertThat(reading.value()).isEqualTo(200);
    }

    @Test
    void drivesThatShareAnAddressAreRefused() {
        assertThatThrownBy(() -> new BusRig(new LossPolicy.Hold(), BusRig.map(1), BusRig.map(1)))
                .hasMessageContaining("different addresses");
    }

    @Test
    void noRequestIsSentWhileAnotherIsWaitedForOrBeforeTheLineWasSilent() {
        long[] lastWrite = {-1_000};
        rig.slaves.get(1).dead = true;
        rig.line.farEnd((line, frame, length) -> {
            long gapNanos = line.nowNanos - lastWrite[0];
            assertThat(gapNanos).isGreaterThanOrEqualTo(ModbusTiming.silenceNanos(BusRig.SETTINGS));
            lastWrite[0] = line.nowNanos + length * BusRig.SETTINGS.characterNanos();
            rig.slaves.getFirst().receive(line, frame, length);
        });
        twoTurning();
        assertThat(rig.line.framesWritten).isGreaterThan(30);
    }

    @Test
    void aDeadSlaveIsPolledEverMoreRarelyAndDoesNotStarveALiveOne() {
        twoTurning();
        rig.slaves.get(1).dead = true;
        rig.run(10_000);
        rig.line.log.clear();
        rig.run(10_000);
        long toTheDead = rig.line.log.stream().filter(frame -> frame[0] == 2).count();
        long toTheLive = rig.line.log.stream().filter(frame -> frame[0] == 1).count();
        assertThat(toTheDead).isBetween(4L, 6L);
        assertThat(toTheLive).isGreaterThan(500);
        Reading reading = new Reading();
        rig.drives.get(0).readSpeedRpm(reading);
        assertThat(reading.quality()).isEqualTo(Quality.GOOD);
    }

    /// At any phase of the bus, with a third slave dead: the next frame after the demand is the stop frame, and it
    /// is sent within the budget.
    @Test
    void fromAnyPhaseTheNextFrameOnTheBusIsTheStopFrame() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        BusRig three = new BusRig(new LossPolicy.Hold(), BusRig.map(1), BusRig.map(2), BusRig.map(3));
        three.slaves.get(2).dead = true;
        three.run(100);
        three.speedsRpm[0] = 100;
        three.speedsRpm[1] = 200;
        three.run(3_000);
        long budgetMs =
                ModbusTiming.worstStopNanos(BusRig.SETTINGS, List.of(BusRig.map(1), BusRig.map(2), BusRig.map(3)))
                        / BusRig.MS;
        for (int trial = 0; trial < 300; trial++) {
            three.run(random.nextInt(1, 60));
            int stopped = random.nextInt(2);
            three.line.log.clear();
            three.drives.get(stopped).demand();
            long waitedMs = 0;
            while (three.line.log.isEmpty() && waitedMs < 100) {
                three.run(1);
                waitedMs++;
            }
            byte[] frame = three.line.log.getFirst();
            assertThat(frame).as("seed %d trial %d", seed, trial).startsWith(stopped + 1, 6, 0, SET_SPEED, 0, 0);
            assertThat(waitedMs).as("seed %d trial %d", seed, trial).isLessThanOrEqualTo(budgetMs);
            three.run(200);
            assertThat(three.slaves.get(stopped).registers[SimulatedSlave.ACTUAL_SPEED])
                    .isZero();
            three.drives.get(stopped).release();
            three.startAnew(stopped);
            three.run(100);
            assertThat(three.slaves.get(stopped).registers[SimulatedSlave.ACTUAL_SPEED])
                    .isPositive();
        }
    }

    @Test
    void waitingForADeadSlaveIsGivenUpForAStopButWaitingForALiveOneIsNot() {
        twoTurning();
        rig.slaves.get(1).dead = true;
        rig.run(5_000);
        long atWrite = rig.line.framesWritten;
        while (true) { // until the dead one is being asked
            rig.run(1);
            if (rig.line.framesWritten != atWrite && rig.line.log.getLast()[0] == 2) {
                break;
            }
            atWrite = rig.line.framesWritten;
        }
        rig.drives.get(0).demand();
        atWrite = rig.line.framesWritten;
        rig.run(4); // its time-out alone would be 10
        assertThat(rig.line.framesWritten).isGreaterThan(atWrite);
        assertThat(rig.line.log.getLast()[0]).isEqualTo((byte) 1);

        rig.drives.get(0).release();
        rig.startAnew(0);
        rig.run(100);
        rig.slaves.get(0).delayNanos = 8 * BusRig.MS;
        rig.run(200);
        atWrite = rig.line.framesWritten;
        while (rig.line.framesWritten == atWrite || rig.line.log.getLast()[0] != 1) {
            atWrite = rig.line.framesWritten;
            rig.run(1);
        }
        rig.drives.get(1).demand();
        atWrite = rig.line.framesWritten;
        rig.run(6);
        assertThat(rig.line.framesWritten).isEqualTo(atWrite);
    }

    @Test
    void allDrivesCanBeStoppedAtOnceAndALiveOneWaitsForNoMoreThanOneDeadOne() {
        twoTurning();
        rig.slaves.get(0).dead = true;
        rig.run(3_000);
        rig.line.log.clear();
        rig.drives.get(0).demand();
        rig.drives.get(1).demand();
        rig.run(40);
        assertThat(rig.slaves.get(1).registers[SET_SPEED]).isZero();
        assertThat(rig.line.log.stream().limit(2).map(frame -> (int) frame[0])).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void aDeadDriveThatComesBackWithItsStopSetIsToldToStopFirst() {
        twoTurning();
        rig.slaves.get(0).dead = true;
        rig.run(3_000);
        rig.drives.get(0).demand();
        rig.run(5_000);
        rig.line.log.clear();
        rig.slaves.get(0).dead = false;
        rig.run(2_500);
        byte[] first =
                rig.line.log.stream().filter(frame -> frame[0] == 1).findFirst().orElseThrow();
        assertThat(first).startsWith(1, 6, 0, SET_SPEED, 0, 0);
        assertThat(rig.actualRpm()).isZero();
    }

    @Test
    void aLineThatBabblesWithoutEndStillGetsItsStopFrame() {
        twoTurning();
        long seed = System.nanoTime();
        Random noise = new Random(seed);
        byte[] burst = new byte[40];
        for (int ms = 0; ms < 500; ms++) {
            noise.nextBytes(burst);
            rig.line.send(burst, burst.length, 0, 0);
            rig.run(1);
        }
        rig.line.log.clear();
        rig.drives.get(0).demand();
        for (int ms = 0; ms < 60; ms++) {
            noise.nextBytes(burst);
            rig.line.send(burst, burst.length, 0, 0);
            rig.run(1);
        }
        assertThat(rig.line.log).as("seed %d", seed).isNotEmpty();
        assertThat(rig.line.log.stream().anyMatch(frame -> frame[0] == 1 && frame[3] == SET_SPEED && frame[5] == 0))
                .isTrue();
    }

    /// Else the drive takes the stop for the rest of the frame that was cut off.
    @Test
    void afterAShortWriteTheLineIsSilentBeforeTheStop() {
        for (int taken = 0; taken < 8; taken++) {
            twoTurning();
            rig.line.room = taken;
            rig.until("a frame is cut off", () -> rig.line.room == Integer.MAX_VALUE);
            long cutNanos = (rig.nowMs - 1) * BusRig.MS;
            rig.line.log.clear();
            rig.drives.getFirst().demand();
            rig.until("the stop is sent", () -> !rig.line.log.isEmpty());
            assertThat(rig.line.log.getFirst()).startsWith(1, 6, 0, SET_SPEED, 0, 0);
            assertThat((rig.nowMs - 1) * BusRig.MS - cutNanos)
                    .isGreaterThanOrEqualTo(
                            ModbusTiming.silenceNanos(BusRig.SETTINGS) + taken * BusRig.SETTINGS.characterNanos());
            rig.drives.getFirst().release();
            rig.startAnew(0);
        }
    }

    @Test
    void aFullLineBlocksNothingAndRecovers() {
        twoTurning();
        rig.line.full = true;
        rig.run(2_000);
        Reading reading = new Reading();
        rig.drives.get(0).readSpeedRpm(reading);
        assertThat(reading.quality()).isEqualTo(Quality.DISCONNECTED);
        rig.line.full = false;
        rig.run(3_000);
        rig.drives.get(0).readSpeedRpm(reading);
        assertThat(reading.quality()).isEqualTo(Quality.GOOD);
    }

    @Test
    void afterTenSecondsOfSuspensionTheDrivesAreAskedFirstAndNothingIsMadeUpFor() {
        twoTurning();
        rig.nowMs += 10_000;
        rig.line.log.clear();
        rig.run(300);
        assertThat(rig.line.log.getFirst()[1]).isEqualTo((byte) ModbusFrames.READ_INPUT);
        assertThat(rig.line.log.size()).isLessThanOrEqualTo(60); // no burst
        rig.run(300);
        assertThat(rig.actualRpm()).isEqualTo(100); // it had kept turning
        assertThat(rig.status().awaitsZeroCommand).isFalse();
    }

    @Test
    void afterASuspensionADriveThatStoppedMeanwhileIsNotSpunUp() {
        twoTurning();
        rig.slaves.get(0).reboot();
        rig.slaves.get(0).writesOfMotion = 0;
        rig.nowMs += 10_000;
        rig.run(2_000);
        assertThat(rig.actualRpm()).isZero();
        assertThat(rig.slaves.get(0).writesOfMotion).isZero();
        assertThat(rig.status().awaitsZeroCommand).isTrue();
    }

    @Test
    void aSteadyBusAllocatesNothing() {
        rig.line.logging = false;
        twoTurning();
        rig.run(20_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        rig.run(100_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).isLessThan(1_024); // of the measuring call itself
    }
}
