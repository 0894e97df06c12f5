package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;

/// The speed that the commands so far account for: 400 rpm/s, 150 ms of lag, and 250 ms of age.
class CommandEnvelopeTest {
    private static final long MS = 1_000_000;
    private static final double MARGIN_RPM = 5;

    private final CommandEnvelope envelope = new CommandEnvelope(400, 150 * MS);
    private long nowNanos = Long.MAX_VALUE - 700 * MS; // the clock wraps meanwhile

    private void follow(double commandRpm, long millis) {
        for (long passed = 0; passed < millis; passed += 5) {
            nowNanos += 5 * MS;
            envelope.follow(commandRpm, nowNanos);
        }
    }

    @Test
    void itRisesWithItsCommandAtOnce() {
        follow(20, 5);
        follow(150, 5);
        assertThat(envelope.rpm()).isEqualTo(150);
    }

    @Test
    void itWaitsForDelayAndAgeBeforeItFalls() {
        follow(100, 500);
        follow(20, 400);
        assertThat(envelope.rpm()).isEqualTo(100);
    }

    @Test
    void itFallsToItsCommandInTheEnd() {
        follow(100, 500);
        follow(20, 2_000);
        assertThat(envelope.rpm()).isBetween(20.0, 20.1);
    }

    @Test
    void aShaftThatFollowsWithRampAndLagAndIsReadLateStaysBelowIt() {
        follow(150, 500);
        double shaftRpm = 150;
        var late = new ArrayDeque<Double>();
        for (int i = 0; i < 500; i++) {
            follow(0, 5); // one step, as a stop is told
            shaftRpm -= Math.min(shaftRpm * 5 / 150, 400 * 0.005);
            late.add(shaftRpm);
            double readRpm = late.size() > 50 ? late.removeFirst() : 150;
            assertThat(readRpm).as("cycle %s", i).isLessThan(envelope.rpm() + MARGIN_RPM);
        }
    }

    @Test
    void aLoopThatWasHeldUpWaitsAsLongAsEver() {
        follow(100, 500);
        nowNanos += 60_000 * MS;
        follow(100, 5);
        follow(20, 400);
        assertThat(envelope.rpm()).isEqualTo(100);
    }
}
