package org.altercor.hal.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForwardClockTest {
    private final ManualClock source = new ManualClock(1_000);
    private final ForwardClock clock = new ForwardClock(source);

    @Test
    void aSourceThatMovesForwardIsShownAsItIsAndNothingIsCounted() {
        source.nowNanos = 1_001;
        assertThat(clock.nanoTime()).isEqualTo(1_001);
        source.nowNanos = 5_000;
        assertThat(clock.nanoTime()).isEqualTo(5_000);

        assertThat(clock.backwardSteps()).isZero();
    }

    @Test
    void aSourceThatGoesBackIsHeldAtTheNewestTimeAndCounted() {
        source.nowNanos = 2_000;
        assertThat(clock.nanoTime()).isEqualTo(2_000);

        source.nowNanos = 1_500;
        assertThat(clock.nanoTime()).isEqualTo(2_000);
        source.nowNanos = 1_999;
        assertThat(clock.nanoTime()).isEqualTo(2_000);
        assertThat(clock.backwardSteps()).isEqualTo(2);

        source.nowNanos = 2_001; // it has caught up
        assertThat(clock.nanoTime()).isEqualTo(2_001);
        assertThat(clock.backwardSteps()).isEqualTo(2);
    }

    @Test
    void aSourceThatRepeatsItselfHasNotGoneBack() {
        source.nowNanos = 2_000;
        clock.nanoTime();

        assertThat(clock.nanoTime()).isEqualTo(2_000);
        assertThat(clock.backwardSteps()).isZero();
    }

    @Test
    void timeGoesForwardAcrossTheEndOfTheLongRange() {
        source.nowNanos = Long.MAX_VALUE;
        ForwardClock late = new ForwardClock(source);
        source.nowNanos = Long.MAX_VALUE + 10;

        assertThat(late.nanoTime()).isEqualTo(Long.MIN_VALUE + 9);
        assertThat(late.backwardSteps()).isZero();
    }
}
