package org.altercor.hal.bus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeadSlaveBackoffTest {
    private static final long MS = 1_000_000;

    private final DeadSlaveBackoff backoff = new DeadSlaveBackoff();

    @Test
    void twoMissesInARowAreForgiven() {
        backoff.missed(0);
        backoff.missed(0);
        assertThat(backoff.isDead()).isFalse();
        assertThat(backoff.isDue(0, false)).isTrue();
        backoff.answered();
        backoff.missed(0);
        backoff.missed(0);
        assertThat(backoff.isDead()).isFalse();
    }

    @Test
    void aDeadSlaveIsPolledEverMoreRarelyButAtLeastEveryTwoSeconds() {
        long lastPollMs = 0;
        long longestPauseMs = 0;
        int polls = 0;
        for (long ms = 0; ms < 60_000; ms++) {
            if (backoff.isDue(ms * MS, false)) {
                longestPauseMs = Math.max(longestPauseMs, ms - lastPollMs);
                lastPollMs = ms;
                polls++;
                backoff.missed(ms * MS);
            }
        }
        assertThat(longestPauseMs).isEqualTo(2_000);
        assertThat(polls).isBetween(30, 40);
    }

    @Test
    void oneAnswerBringsItBackAtOnce() {
        for (int i = 0; i < 20; i++) {
            backoff.missed(0);
        }
        assertThat(backoff.isDue(1 * MS, false)).isFalse();
        backoff.answered();
        assertThat(backoff.isDead()).isFalse();
        assertThat(backoff.isDue(1 * MS, false)).isTrue();
    }

    @Test
    void hurryingMakesADeadSlaveDueNowAndShortensItsPausesAgain() {
        for (int i = 0; i < 20; i++) {
            backoff.missed(0);
        }
        backoff.hurry(5 * MS);
        assertThat(backoff.isDue(5 * MS, false)).isTrue();
        backoff.missed(5 * MS);
        assertThat(backoff.isDue(104 * MS, false)).isFalse();
        assertThat(backoff.isDue(105 * MS, false)).isTrue();
    }

    @Test
    void aSlaveThatIsOwedAStopIsDueEvery100MsHoweverLongItWasDead() {
        for (int i = 0; i < 20; i++) {
            backoff.missed(7 * MS);
        }
        assertThat(backoff.isDue(106 * MS, true)).isFalse();
        assertThat(backoff.isDue(107 * MS, true)).isTrue();
        assertThat(backoff.isDue(107 * MS, false)).isFalse();
    }
}
