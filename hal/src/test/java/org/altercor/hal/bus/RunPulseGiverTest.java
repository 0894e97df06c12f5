package org.altercor.hal.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.altercor.hal.port.SwitchReading;
import org.junit.jupiter.api.Test;

class RunPulseGiverTest {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final Duration FINISH = Duration.ofSeconds(60);

    private final SupervisorBeat beat = new SupervisorBeat(Duration.ofMillis(100));
    private final CountingLine line = new CountingLine();
    private final RunPulseGiver giver = new RunPulseGiver(line, beat, FINISH);
    private long nowNanos = -10 * SECOND; // monotonic time may be negative

    /// A line that counts.
    private static final class CountingLine implements PulseLine {
        private int pulses;

        @Override
        public void pulse() {
            pulses++;
        }

        @Override
        public void readPowered(SwitchReading into) {}
    }

    private int pulsesWithin(long nanos, boolean supervisorLives) {
        int before = line.pulses;
        long endNanos = nowNanos + nanos;
        while (nowNanos - endNanos < 0) {
            nowNanos += 5 * MS;
            if (supervisorLives) {
                beat.beat(nowNanos);
            }
            giver.cycle(nowNanos);
        }
        return line.pulses - before;
    }

    @Test
    void withoutConsentThereIsNoPulseThoughTheSupervisorLives() {
        assertThat(pulsesWithin(SECOND, true)).isZero();
    }

    @Test
    void withConsentThereIsAPulseInEveryCycle() {
        giver.allow();
        assertThat(pulsesWithin(SECOND, true)).isEqualTo(200);
    }

    @Test
    void consentThatIsWithdrawnEndsThePulsesAtOnceAndANewOneBringsThemBack() {
        giver.allow();
        pulsesWithin(SECOND, true);
        giver.withdraw();
        assertThat(pulsesWithin(SECOND, true)).isZero();
        giver.allow();
        assertThat(pulsesWithin(SECOND, true)).isEqualTo(200);
    }

    @Test
    void consentOfASupervisorThatNeverLivedIsNone() {
        giver.allow();
        assertThat(pulsesWithin(SECOND, false)).isZero();
    }

    @Test
    void afterTheSupervisorsDeathPulsesGoOnForTheTimeToFinishAndForTheStop() {
        giver.allow();
        pulsesWithin(SECOND, true);
        int most = (int) (FINISH.plus(RunPulseGiver.STOP_FIRST).plusMillis(100).toNanos() / (5 * MS));
        assertThat(pulsesWithin(FINISH.toNanos(), false)).isEqualTo(60 * 200);
        assertThat(60 * 200 + pulsesWithin(2 * SECOND, false)).isLessThanOrEqualTo(most);
        assertThat(pulsesWithin(10 * SECOND, false)).isZero();
    }

    @Test
    void aSupervisorThatLivesKeepsThePulsesForLongerThanAnyTimeToFinish() {
        giver.allow();
        assertThat(pulsesWithin(300 * SECOND, true)).isEqualTo(300 * 200);
    }

    @Test
    void aSupervisorThatDiedWithoutConsentLeavesNoPulses() {
        giver.allow();
        pulsesWithin(SECOND, true);
        giver.withdraw();
        assertThat(pulsesWithin(10 * SECOND, false)).isZero();
    }
}
