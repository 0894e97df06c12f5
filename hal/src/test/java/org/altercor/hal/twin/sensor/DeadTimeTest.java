package org.altercor.hal.twin.sensor;

import static org.altercor.hal.twin.sensor.SensorBench.MS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeadTimeTest {
    private final DeadTime deadTime = new DeadTime(50 * MS, 10 * MS);

    @Test
    void whatEntersArrivesAfterTheDeadTimeAndOnce() {
        int place = deadTime.enter(0);
        assertThat(deadTime.arrived(50 * MS - 1)).isEqualTo(DeadTime.NONE);
        assertThat(deadTime.arrived(50 * MS)).isEqualTo(place);
        assertThat(deadTime.arrived(51 * MS)).isEqualTo(DeadTime.NONE);
    }

    @Test
    void whatEnteredFirstArrivesFirstAndAfterAStallAllArriveTogether() {
        int first = deadTime.enter(0);
        int second = deadTime.enter(10 * MS);
        int third = deadTime.enter(500 * MS);
        assertThat(deadTime.arrived(500 * MS)).isEqualTo(first);
        assertThat(deadTime.arrived(500 * MS)).isEqualTo(second);
        assertThat(deadTime.arrived(500 * MS)).isEqualTo(DeadTime.NONE);
        assertThat(deadTime.arrived(550 * MS)).isEqualTo(third);
    }

    @Test
    void whenMoreComeThanThereIsRoomForTheOldestIsForgottenAndNoOther() {
        int first = deadTime.enter(0);
        int second = deadTime.enter(1);
        for (int i = 2; i <= deadTime.room(); i++) {
            deadTime.enter(i);
        }
        assertThat(deadTime.arrived(100 * MS)).isEqualTo(second).isNotEqualTo(first);
        for (int i = 2; i <= deadTime.room(); i++) {
            assertThat(deadTime.arrived(100 * MS)).isNotEqualTo(DeadTime.NONE);
        }
        assertThat(deadTime.arrived(100 * MS)).isEqualTo(DeadTime.NONE);
    }

    @Test
    void itWaitsAcrossTheWrapOfTheClock() {
        int place = deadTime.enter(Long.MAX_VALUE - 1);
        assertThat(deadTime.arrived(Long.MIN_VALUE + 10)).isEqualTo(DeadTime.NONE);
        assertThat(deadTime.arrived(Long.MIN_VALUE + 50 * MS)).isEqualTo(place);
    }

    @Test
    void whatIsClearedNeverArrives() {
        deadTime.enter(0);
        deadTime.clear();
        assertThat(deadTime.arrived(1_000 * MS)).isEqualTo(DeadTime.NONE);
        int next = deadTime.enter(1_000 * MS);
        assertThat(deadTime.arrived(1_050 * MS)).isEqualTo(next);
    }
}
