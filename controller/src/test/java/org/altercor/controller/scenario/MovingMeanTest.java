package org.altercor.controller.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MovingMeanTest {
    private final MovingMean mean = new MovingMean(3);

    private void add(double... values) {
        for (double value : values) {
            mean.add(value);
        }
    }

    @Test
    void itIsNotKnownUntilItIsFull() {
        add(1, 2);
        assertThat(mean.value()).isNaN();
        add(6);
        assertThat(mean.value()).isEqualTo(3);
    }

    @Test
    void theNewestValuesCountAndNoOthers() {
        add(100, 1, 2, 6);
        assertThat(mean.value()).isEqualTo(3);
        add(1, 2);
        assertThat(mean.value()).isEqualTo(3);
    }

    @Test
    void itIsNotKnownForAsLongAsOneOfThemIsNot() {
        add(1, Double.NaN, 2);
        assertThat(mean.value()).isNaN();
        add(3);
        assertThat(mean.value()).isNaN();
        add(4);
        assertThat(mean.value()).isEqualTo(3);
    }

    @Test
    void aHugeValueThatHasLeftLeavesNoRounding() {
        add(1e17, 1, 1, 1, 1, 1);
        assertThat(mean.value()).isEqualTo(1);
    }
}
