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

    private ForwardClock reading(long... nanos) {
        int[] next = {0};
        return new ForwardClock(() -> nanos[next[0]++]);
    }

    @Test
    void oneWildReadingFarAheadIsCountedAndHoldsTheClockNowhere() {
        ForwardClock wild = reading(1_000, 1_000 + 3_600_000_000_000L, 2_000, 3_000);
        assertThat(wild.nanoTime()).isEqualTo(2_000);
        assertThat(wild.nanoTime()).isEqualTo(3_000);
        assertThat(wild.wildReadings()).isEqualTo(1);
        assertThat(wild.backwardSteps()).isZero();
    }

    @Test
    void twoReadingsFarAheadThatContradictEachOtherAreNotBelieved() {
        ForwardClock wild = reading(1_000, 9_000_000_000L, 8_000_000_000L, 3_000);
        assertThat(wild.nanoTime()).isEqualTo(1_000);
        assertThat(wild.nanoTime()).isEqualTo(3_000);
        assertThat(wild.wildReadings()).isEqualTo(1);
    }

    /// The twin: a process that was suspended for an hour is told so at once.
    @Test
    void aSuspensionThatTheNextReadingConfirmsIsBelieved() {
        long laterNanos = 1_000 + 3_600_000_000_000L;
        ForwardClock suspended = reading(1_000, laterNanos, laterNanos + 50);
        assertThat(suspended.nanoTime()).isEqualTo(laterNanos + 50);
        assertThat(suspended.wildReadings()).isZero();
    }
}
