package org.altercor.hal.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParkSleeperTest {
    private static final long MS = 1_000_000;

    private final ParkSleeper sleeper = new ParkSleeper(MonotonicClock.SYSTEM);

    @Test
    void itSleepsUntilTheDeadlineWhenItIsAskedUntilThen() {
        long deadlineNanos = System.nanoTime() + 20 * MS;
        int wakeUps = 0;
        while (System.nanoTime() - deadlineNanos < 0) {
            sleeper.sleepUntil(deadlineNanos);
            wakeUps++;
        }
        assertThat(wakeUps).isLessThan(1_000); // it slept; a sleeper that only returns would count far more
    }

    @Test
    void anInterruptIsClearedSoThatTheThreadCanSleepAgain() {
        Thread.currentThread().interrupt();
        sleeper.sleepUntil(System.nanoTime() + 20 * MS);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
