package org.altercor.hal.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SupervisorBeatTest {
    private static final long MS = 1_000_000;

    private final SupervisorBeat beat = new SupervisorBeat(Duration.ofMillis(100));

    @Test
    void aSupervisorThatNeverBeatIsNotAlive() {
        assertThat(beat.isFresh(0)).isFalse();
        assertThat(beat.isFresh(50 * MS)).isFalse();
    }

    @Test
    void aBeatIsFreshUpToItsAgeAndNotLonger() {
        beat.beat(1_000 * MS);
        assertThat(beat.isFresh(1_100 * MS)).isTrue();
        assertThat(beat.isFresh(1_101 * MS)).isFalse();
        beat.beat(1_101 * MS);
        assertThat(beat.isFresh(1_101 * MS)).isTrue();
    }

    @Test
    void aBeatFarInTheFutureProvesNothing() {
        beat.beat(1_000 * MS);
        assertThat(beat.isFresh(990 * MS)).isTrue();
        assertThat(beat.isFresh(900 * MS)).isFalse();
    }

    @Test
    void timesAreComparedByDifferenceAcrossTheOverflow() {
        beat.beat(Long.MAX_VALUE - 10);
        assertThat(beat.isFresh(Long.MIN_VALUE + 10)).isTrue();
    }
}
