package org.altercor.hal.bus;

import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.hal.port.Quality;
import org.junit.jupiter.api.Test;

class MeasuredQuantityTest {
    private static final long MAX_AGE_NANOS = 250;

    private final MeasuredQuantity speed = new MeasuredQuantity();

    @Test
    void aValueIsKnownUntilItIsTooOldOrLost() {
        assertThat(speed.known(0, MAX_AGE_NANOS)).isNaN();
        speed.publish(0, 0, 1_000, Quality.GOOD);
        assertThat(speed.known(1_250, MAX_AGE_NANOS)).isZero();
        assertThat(speed.known(1_251, MAX_AGE_NANOS)).isNaN();
        speed.publish(7, 7, 2_000, Quality.GOOD);
        speed.lose();
        assertThat(speed.known(2_001, MAX_AGE_NANOS)).isNaN();
    }
}
