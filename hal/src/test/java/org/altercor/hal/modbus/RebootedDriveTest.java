package org.altercor.hal.modbus;

import static org.altercor.hal.modbus.SimulatedSlave.ACTUAL_SPEED;
import static org.altercor.hal.modbus.SimulatedSlave.SET_SPEED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.altercor.config.LossPolicy;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.Silence;
import org.junit.jupiter.api.Test;

/// Drives without an enable word: the next set-point would spin one up that rebooted, or that its watchdog stopped.
class RebootedDriveTest {
    /// Time from the moment a drive looks at its shaft to the next frame's arrival, within one turn of this line.
    private static final int TURN_MS = 6;

    private static BusRig turning(BusRig rig, int phaseMs) {
        rig.line.logging = false;
        SimulatedSlave slave = rig.slaves.getFirst();
        slave.needsEnable = false;
        slave.rampRpmPerMs = 1;
        rig.turning(120);
        rig.run(phaseMs);
        return rig;
    }

    private static BusRig turning(ModbusDriveMap map, int phaseMs) {
        return turning(new BusRig(new LossPolicy.Hold(), map), phaseMs);
    }

    private static boolean spinsUp(BusRig rig) {
        rig.slaves.getFirst().writesOfMotion = 0;
        rig.run(1_000);
        return rig.slaves.getFirst().writesOfMotion > 0;
    }

    /// How often of 50 times, over one keep-alive, a drive is spun up that was away for so long while it rebooted.
    private static int timesSpunUp(ModbusDriveMap map, int outageMs) {
        int times = 0;
        for (int phaseMs = 0; phaseMs < 50; phaseMs++) {
            BusRig rig = turning(map, phaseMs);
            SimulatedSlave slave = rig.slaves.getFirst();
            slave.reboot();
            slave.dead = outageMs > 0;
            rig.run(outageMs);
            slave.dead = false;
            times += spinsUp(rig) ? 1 : 0;
        }
        return times;
    }

    @Test
    void aDriveThatRebootsBetweenTwoFramesIsNotSpunUpWithoutAnEnableWord() {
        for (ModbusDriveMap map : List.of(BusRig.bareMap(1, 0), BusRig.bareMap(1, 250))) {
            for (int outageMs = TURN_MS; outageMs <= 60; outageMs += 2) {
                assertThat(timesSpunUp(map, outageMs))
                        .as("after an outage of %d ms", outageMs)
                        .isZero();
            }
        }
    }

    /// What remains: a reboot that begins and ends between the drive's look at its shaft and the set-point that
    /// follows at once. Only an enable word keeps such a drive from turning again.
    @Test
    void onlyARebootWithinOneTurnOfTheLineGoesUnnoticed() {
        assertThat(timesSpunUp(BusRig.bareMap(1, 0), 0)).isLessThanOrEqualTo(TURN_MS);
    }

    /// A spoilt look costs such a drive up to 250 ms; enough spoilt ones in a row to fill this do not happen.
    private static final int MANY_RETRIES_MS = 5_000;

    /// The twin: spoilt answers, each of which might hide a reboot, neither stop a drive nor keep it from its speed.
    @Test
    void aDriveWithoutAnEnableWordFollowsThoughAnswersAreSpoilt() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (ModbusDriveMap map : List.of(BusRig.bareMap(1, 0), BusRig.bareMap(1, 250))) {
            BusRig rig = turning(map, 0);
            SimulatedSlave slave = rig.slaves.getFirst();
            rig.line.farEnd((far, frame, length) -> {
                slave.spoilAnswers = random.nextInt(100) == 0;
                slave.receive(far, frame, length);
            });
            for (int rpm = 121; rpm < 220; rpm++) {
                rig.speedsRpm[0] = rpm;
                for (int waitedMs = 0; rig.actualRpm() != rpm && waitedMs < MANY_RETRIES_MS; waitedMs += 10) {
                    rig.run(10);
                    assertThat(rig.actualRpm()).as("seed %d", seed).isBetween(rpm - 1, rpm);
                }
                assertThat(rig.actualRpm()).as("seed %d", seed).isEqualTo(rpm);
            }
            rig.line.logging = true;
            rig.line.log.clear();
            rig.run(1_000);
            assertThat(rig.line.log.stream().filter(frame -> frame[1] == 6 && frame[3] == SET_SPEED))
                    .as("refreshed, seed %d", seed)
                    .hasSizeGreaterThan(5);
        }
    }

    /// Else one spoilt answer would have the drive's own watchdog act.
    @Test
    void oneReadThatIsMissedLeavesNoDriveWithAWatchdogInSilence() {
        BusRig rig = turning(BusRig.bareMap(1, 250), 0);
        SimulatedSlave slave = rig.slaves.getFirst();
        boolean[] missed = {false};
        long[] lastMs = {rig.nowMs};
        long[] longestMs = {0};
        rig.line.farEnd((far, frame, length) -> {
            longestMs[0] = Math.max(longestMs[0], rig.nowMs - lastMs[0]);
            lastMs[0] = rig.nowMs;
            slave.spoilAnswers = !missed[0] && frame[1] == ModbusFrames.READ_INPUT;
            missed[0] |= slave.spoilAnswers;
            slave.receive(far, frame, length);
        });
        rig.run(1_000);
        assertThat(missed[0]).isTrue();
        assertThat(longestMs[0]).isLessThan(100);
        assertThat(rig.actualRpm()).isEqualTo(120);
    }

    @Test
    void aStallLongerThanTheDrivesOwnWatchdogIsAReconnection() {
        for (int phaseMs = 0; phaseMs < 50; phaseMs++) {
            for (int stallMs = 150; stallMs <= 200; stallMs += 10) {
                BusRig rig = turning(BusRig.bareMap(1, 150), phaseMs);
                SimulatedSlave slave = rig.slaves.getFirst();
                slave.registers[SET_SPEED] = 0; // its watchdog has acted
                slave.registers[ACTUAL_SPEED] = 0;
                rig.nowMs += stallMs;
                assertThat(spinsUp(rig))
                        .as("phase %d ms, stall %d ms", phaseMs, stallMs)
                        .isFalse();
                assertThat(rig.status().awaitsZeroCommand).isTrue();
            }
        }
    }

    /// A drive whose silence nobody declared: what was seen of its shaft before the stall is no reason to turn it.
    @Test
    void afterAStallTheShaftIsLookedAtAgainBeforeASetPointIsSent() {
        for (int phaseMs = 0; phaseMs < 50; phaseMs++) {
            for (int stallMs = 105; stallMs <= 200; stallMs += 5) {
                BusRig rig = turning(BusRig.bareMap(1, 0), phaseMs);
                SimulatedSlave slave = rig.slaves.getFirst();
                slave.registers[SET_SPEED] = 0;
                slave.registers[ACTUAL_SPEED] = 0;
                rig.nowMs += stallMs;
                assertThat(spinsUp(rig))
                        .as("phase %d ms, stall %d ms", phaseMs, stallMs)
                        .isFalse();
            }
        }
    }

    /// A drive with an enable word that stays on while its own watchdog holds the set-point at zero.
    @Test
    void aStallLongerThanTheSilenceADriveIsDeclaredToBearIsAReconnection() {
        Silence silence = new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(150));
        for (int phaseMs = 0; phaseMs < 50; phaseMs++) {
            BusRig rig = turning(new BusRig(new LossPolicy.Hold(), silence, BusRig.map(1)), phaseMs);
            SimulatedSlave slave = rig.slaves.getFirst();
            slave.registers[SET_SPEED] = 0;
            slave.registers[ACTUAL_SPEED] = 0;
            rig.nowMs += 150;
            assertThat(spinsUp(rig)).as("phase %d ms", phaseMs).isFalse();
        }
    }

    /// The twin: a stall that the drive did not notice stops nothing.
    @Test
    void aStallThatTheDriveTurnedThroughStopsNothing() {
        for (int stallMs = 20; stallMs <= 400; stallMs += 20) {
            BusRig rig = turning(BusRig.bareMap(1, 150), 0);
            rig.nowMs += stallMs;
            rig.run(500);
            assertThat(rig.actualRpm()).isEqualTo(120);
            rig.speedsRpm[0] = 130;
            rig.run(300);
            assertThat(rig.actualRpm()).as("after a stall of %d ms", stallMs).isEqualTo(130);
        }
    }
}
