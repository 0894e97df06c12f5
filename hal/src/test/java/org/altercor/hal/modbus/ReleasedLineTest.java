package org.altercor.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.altercor.config.LossPolicy;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.ModbusTiming;
import org.altercor.hal.modbus.KeepingLine.Way;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.junit.jupiter.api.Test;

/// A line that hangs, and then lets go what it kept: nothing old passes for the shaft, and no drive is
/// stopped or started by it.
class ReleasedLineTest {
    private static final int CURRENT_RAW = 7;
    private static final int RUNS = 40;
    private static final int[] SPACINGS_MS = {0, 1, 2, 5, 7, 11, 19, 43, 120};

    /// The longest pause of a dead drive, the quiet, a request, and what the simulated line adds.
    private static final long BACK_MS = 2_500;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Reading current = new Reading();

    private BusRig rig = new BusRig(new LossPolicy.Hold(), BusRig.map(1));
    private SimulatedSlave slave = rig.slaves.getFirst();
    private String where = "";

    private static List<ModbusDriveMap> maps() {
        ModbusDriveMap plain = BusRig.map(1);
        ModbusDriveMap watched = new ModbusDriveMap(
                plain.slave(),
                plain.responseTimeout(),
                plain.write(),
                plain.setSpeed(),
                plain.actualSpeed(),
                plain.enable(),
                Optional.empty(),
                Optional.empty(),
                plain.current(),
                plain.fault(),
                BusRig.unsignedMap(1).watchdog(),
                BusRig.unsignedMap(1).watchdogTimeout());
        return List.of(
                plain,
                watched,
                BusRig.directionMap(1),
                BusRig.unsignedMap(1),
                BusRig.bareMap(1, 0),
                BusRig.bareMap(1, 250));
    }

    private void turning(ModbusDriveMap map) {
        rig = new BusRig(new LossPolicy.Hold(), map);
        rig.line.logging = false;
        slave = rig.slaves.getFirst();
        slave.needsEnable = map.enable().isPresent();
        rig.turning(120);
        slave.registers[SimulatedSlave.CURRENT] = CURRENT_RAW;
        rig.run(250 + random.nextInt(200));
    }

    /// A line that has kept everything from 50 ms to 5 s, and at which somebody waits for an answer.
    private KeepingLine hung(Way way) {
        KeepingLine line = new KeepingLine(rig, way);
        int heldMs = 50 + random.nextInt(random.nextBoolean() ? 450 : 4_950);
        rig.run(heldMs);
        line.untilAsked();
        rig.run(random.nextInt(3));
        return line;
    }

    private void letGo(KeepingLine line) {
        int spacingMs = SPACINGS_MS[random.nextInt(SPACINGS_MS.length)];
        where += " spacing %d ms".formatted(spacingMs);
        line.letGo(spacingMs, this::assertNothingIsMixedUp);
    }

    private void assertNothingIsMixedUp() {
        if (rig.speed().quality() == Quality.GOOD) {
            assertThat(rig.speed().value()).as(where).isEqualTo(120);
        }
        rig.drives.getFirst().readCurrentAmps(current);
        if (current.quality() == Quality.GOOD) {
            assertThat(current.raw()).as(where).isEqualTo(CURRENT_RAW);
        }
        assertThat(rig.status().awaitsZeroCommand).as(where).isFalse();
    }

    @Test
    void nothingThatWasKeptPassesForAnotherRegisterAndTheDriveTurnsOn() {
        for (ModbusDriveMap map : maps()) {
            for (int run = 0; run < RUNS; run++) {
                Way way = random.nextBoolean() ? Way.REQUESTS : Way.ANSWERS;
                where = "seed %d run %d %s %s".formatted(seed, run, way, map);
                turning(map);
                letGo(hung(way));
                for (int ms = 0; ms < BACK_MS; ms++) {
                    rig.run(1);
                    assertNothingIsMixedUp();
                }
                assertThat(rig.speed().quality()).as(where).isEqualTo(Quality.GOOD);
                rig.speedsRpm[0] = 110;
                rig.run(200);
                assertThat(rig.speed().value()).as(where).isEqualTo(110);
            }
        }
    }

    @Test
    void aSpeedThatIsOldStartsNoDriveThatRebootedMeanwhile() {
        for (ModbusDriveMap map : maps()) {
            for (int run = 0; run < RUNS; run++) {
                where = "seed %d run %d %s".formatted(seed, run, map);
                turning(map);
                KeepingLine line = new KeepingLine(rig, Way.ANSWERS);
                rig.run(300 + random.nextInt(2_000));
                line.untilAsked();
                slave.reboot();
                slave.writesOfMotion = 0;
                line.letGo(SPACINGS_MS[random.nextInt(SPACINGS_MS.length)], () -> {});
                rig.run(BACK_MS);
                assertThat(slave.writesOfMotion).as(where).isZero();
                assertThat(rig.status().awaitsZeroCommand).as(where).isTrue();
            }
        }
    }

    private static boolean isRead(byte[] frame) {
        return frame[1] == ModbusFrames.READ_INPUT || frame[1] == ModbusFrames.READ_HOLDING;
    }

    @Test
    void aStopPassesAtOnceWhileReadsAreHeld() {
        long budgetMs = ModbusTiming.worstStopNanos(BusRig.SETTINGS, List.of(BusRig.map(1))) / BusRig.MS;
        for (int afterMs = 1; afterMs < 220; afterMs += 7) {
            where = "seed %d after %d ms".formatted(seed, afterMs);
            turning(BusRig.map(1));
            KeepingLine line = new KeepingLine(rig, Way.REQUESTS);
            rig.run(1_000);
            line.untilAsked();
            line.letGo(0, () -> {});
            rig.run(20); // it has answered
            rig.line.logging = true;
            rig.run(afterMs);
            assertThat(rig.line.log).as(where).noneMatch(ReleasedLineTest::isRead); // held
            rig.line.log.clear();
            rig.drives.getFirst().demand();
            long waitedMs = 0;
            while (rig.line.log.isEmpty()) {
                rig.run(1);
                waitedMs++;
                assertThat(waitedMs).as(where).isLessThanOrEqualTo(budgetMs);
            }
            assertThat(rig.line.log.getFirst()).as(where).startsWith(1, 6, 0, SimulatedSlave.SET_SPEED, 0, 0);
            rig.run(300);
            assertThat(rig.actualRpm()).as(where).isZero();
            assertThat(rig.speed().value()).as(where).isZero(); // and is read as standing
            assertThat(rig.speed().quality()).as(where).isEqualTo(Quality.GOOD);
        }
    }

    private long longestPauseBetweenReadsMs(int ms) {
        long[] lastMs = {rig.nowMs};
        long[] longestMs = {0};
        rig.line.farEnd((far, frame, length) -> {
            if (isRead(frame)) {
                longestMs[0] = Math.max(longestMs[0], rig.nowMs - lastMs[0]);
                lastMs[0] = rig.nowMs;
            }
            slave.receive(far, frame, length);
        });
        rig.run(ms);
        return longestMs[0];
    }

    /// The twin: a line that keeps nothing is read as often as ever.
    @Test
    void aHealthyLineIsNotHeld() {
        long periodMs = DriveSchedule.READ_PERIOD_NANOS / BusRig.MS;
        for (ModbusDriveMap map : maps()) {
            turning(map);
            assertThat(longestPauseBetweenReadsMs(2_000)).as(map.toString()).isLessThan(2 * periodMs);
        }
    }

    /// The twin: one read that was missed costs an answered write and no quiet.
    @Test
    void aDriveThatMissedOneReadIsReadAgainAfterTheNextEcho() {
        turning(BusRig.map(1));
        boolean[] missed = {false};
        rig.line.farEnd((far, frame, length) -> {
            if (missed[0] || !isRead(frame)) {
                slave.receive(far, frame, length);
            }
            missed[0] |= isRead(frame);
        });
        rig.until("a read is missed", () -> missed[0]);
        assertThat(longestPauseBetweenReadsMs(500)).isLessThan(LateAnswers.LATE_ANSWER_NANOS / BusRig.MS / 2);
    }
}
