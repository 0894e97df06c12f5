package org.altercor.hal.modbus;

import static org.altercor.hal.modbus.SimulatedSlave.ENABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.altercor.config.LossPolicy;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.junit.jupiter.api.Test;

/// Answers that are late, spoilt, or not of this drive.
class FalseAnswersTest {
    private final BusRig rig = new BusRig(new LossPolicy.Hold(), BusRig.map(1));
    private final SimulatedSlave slave = rig.slaves.getFirst();
    private final ModbusDrive drive = rig.drives.getFirst();

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
}
