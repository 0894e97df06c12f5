package org.altercor.hal.modbus;

import static org.altercor.hal.modbus.SimulatedSlave.ACTUAL_SPEED;
import static org.altercor.hal.modbus.SimulatedSlave.DIRECTION;
import static org.altercor.hal.modbus.SimulatedSlave.ENABLE;
import static org.altercor.hal.modbus.SimulatedSlave.SET_SPEED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.altercor.config.LossPolicy;
import org.junit.jupiter.api.Test;

/// After a write that was refused, or whose echo was lost, nobody knows what the drive holds.
class DoubtfulWritesTest {
    private static final int FORWARD = 1;
    private static final int REVERSE = 2;

    private BusRig rig = new BusRig(new LossPolicy.Hold(), BusRig.map(1));
    private SimulatedSlave slave = rig.slaves.getFirst();
    private boolean spoils;

    private void withDirectionWords() {
        rig = new BusRig(new LossPolicy.Hold(), BusRig.directionMap(1));
        slave = rig.slaves.getFirst();
    }

    @Test
    void aDirectionWhoseEchoWasLostIsWrittenAgainBeforeAnythingTurns() {
        withDirectionWords();
        rig.turning(100);
        rig.speedsRpm[0] = 0;
        rig.run(500);
        assertThat(slave.registers[DIRECTION]).isEqualTo(FORWARD);

        spoils = true;
        rig.spoilEcho(DIRECTION, REVERSE, () -> spoils);
        rig.speedsRpm[0] = -100;
        rig.until("it was told to reverse", () -> slave.registers[DIRECTION] == REVERSE);
        rig.speedsRpm[0] = 0;
        rig.run(1_000);
        spoils = false;

        rig.speedsRpm[0] = 100;
        for (int ms = 0; ms < 1_000; ms++) {
            rig.run(1);
            assertThat(rig.actualRpm() > 0 && slave.registers[DIRECTION] == REVERSE)
                    .as("turns backwards though told to go forward, after %d ms", ms)
                    .isFalse();
        }
        assertThat(rig.actualRpm()).isEqualTo(100);
    }

    @Test
    void aDriveThatRefusesZeroIsNotEnabledOnItsOldSpeed() {
        rig.turning(200);
        rig.line.farEnd((far, frame, length) -> {
            slave.refused.clear();
            if (frame[1] == 6 && frame[3] == SET_SPEED && frame[5] == 0) {
                slave.refused.put(SET_SPEED, 3);
            }
            slave.receive(far, frame, length);
        });
        rig.speedsRpm[0] = 0;
        rig.run(2_000);
        assertThat(slave.registers[SET_SPEED]).isEqualTo(200); // it keeps its old speed
        assertThat(rig.actualRpm()).isZero(); // but was disabled

        rig.speedsRpm[0] = 20;
        for (int ms = 0; ms < 500; ms++) {
            rig.run(1);
            assertThat(rig.actualRpm()).as("after %d ms", ms).isLessThanOrEqualTo(20);
        }
        assertThat(rig.actualRpm()).isEqualTo(20);
    }

    @Test
    void aDriveIsNotEnabledOnASpeedThatWasTakenBackBeforeItTurned() {
        rig.run(100);
        rig.loopAlive = false;
        command(200);
        rig.until("it was told 200", () -> slave.registers[SET_SPEED] == 200);
        command(20);
        rig.until("it is enabled", () -> slave.registers[ENABLE] == 1);
        assertThat(slave.registers[SET_SPEED]).isEqualTo(20);
    }

    /// The twin: a speed that is being raised is enabled on the lower one that the drive has, or it would start
    /// with a jump.
    @Test
    void aDriveIsEnabledOnASpeedBelowTheOneThatIsAskedForByNow() {
        rig.run(100);
        rig.loopAlive = false;
        for (int rpm = 1; slave.registers[ENABLE] == 0; rpm++) {
            command(rpm);
            rig.run(1);
            assertThat(rpm).isLessThan(50);
        }
        assertThat(slave.registers[SET_SPEED]).isBetween(1, 20);
    }

    private void command(double rpm) {
        rig.drives.getFirst().command(rpm, (rig.nowMs + 300) * BusRig.MS);
    }

    @Test
    void anEnableWhoseEchoWasLostIsTakenBack() {
        rig.run(100);
        spoils = true;
        rig.spoilEcho(ENABLE, 1, () -> spoils);
        rig.speedsRpm[0] = 50;
        rig.until("it was enabled", () -> slave.registers[ENABLE] == 1);
        rig.speedsRpm[0] = 0;
        rig.run(12);
        spoils = false;
        rig.run(1_000);
        assertThat(slave.registers[ENABLE]).isZero();
    }

    @Test
    void aDisableWhoseEchoWasLostIsFollowedByAnEnable() {
        rig.turning(100);
        spoils = true;
        rig.spoilEcho(ENABLE, 0, () -> spoils);
        rig.speedsRpm[0] = 0;
        rig.until("it was disabled", () -> slave.registers[ENABLE] == 0);
        rig.speedsRpm[0] = 50;
        rig.run(12);
        spoils = false;
        rig.run(1_000);
        assertThat(slave.registers[ENABLE]).isEqualTo(1);
        assertThat(rig.actualRpm()).isEqualTo(50);
    }

    @Test
    void aShaftThatTurnsAgainstItsOrderIsStoppedAndStaysStopped() {
        rig.turning(100);
        slave.follows = false;
        slave.registers[ACTUAL_SPEED] = -80 & 0xFFFF;
        rig.run(60);
        assertThat(slave.registers[SET_SPEED]).isZero();
        assertThat(rig.status().awaitsZeroCommand).isTrue();

        slave.follows = true;
        slave.writesOfMotion = 0;
        rig.run(2_000);
        assertThat(rig.actualRpm()).isZero();
        assertThat(slave.writesOfMotion).isZero();

        rig.startAnew(0);
        rig.run(300);
        assertThat(rig.actualRpm()).isEqualTo(100);
    }

    /// The twin: a shaft that runs out before it is reversed is no shaft that disobeys.
    @Test
    void aShaftThatRunsOutBeforeItIsReversedIsNotTakenForOneThatDisobeys() {
        slave.rampRpmPerMs = 1;
        rig.turning(100);
        rig.speedsRpm[0] = 0;
        rig.run(200);
        rig.speedsRpm[0] = -100;
        rig.run(300);
        assertThat(rig.actualRpm()).isEqualTo(-100);
        assertThat(rig.status().awaitsZeroCommand).isFalse();
    }

    /// Fault B02: echoes are spoilt, and the operator changes his mind.
    @Test
    void howeverManyEchoesAreSpoiltNothingTurnsTheWrongWay() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 60; run++) {
            double share = new double[] {0.1, 0.3}[run % 2];
            withDirectionWords();
            rig.line.logging = false;
            slave.rampRpmPerMs = 1;
            rig.line.farEnd((far, frame, length) -> {
                slave.spoilAnswers = random.nextDouble() < (frame[3] == DIRECTION ? 0.5 : share);
                slave.receive(far, frame, length);
            });
            for (int act = 0; act < 60; act++) {
                rig.speedsRpm[0] = new double[] {60, 0, -60, 0}[random.nextInt(4)];
                for (int ms = random.nextInt(10, 410); ms > 0; ms--) {
                    rig.run(1);
                    assertThat(turnsTheWrongWay())
                            .as("seed %d run %d", seed, run)
                            .isFalse();
                }
            }
        }
    }

    private boolean turnsTheWrongWay() {
        double commandedRpm = rig.status().commandedRpm;
        boolean driven = slave.registers[SET_SPEED] > 0 && slave.registers[ENABLE] == 1;
        int wrong = commandedRpm > 0 ? REVERSE : FORWARD;
        return driven && commandedRpm != 0 && slave.registers[DIRECTION] == wrong;
    }
}
