package org.altercor.config.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SensorWiringTest {
    @Test
    void aSlowFlowMeterIsNotLostWhenItIsOnlySlow() {
        assertThat(lostAfter(100, 220)).isEqualTo(Duration.ofMillis(520));
    }

    @Test
    void aQuickSensorIsNeverLostBeforeTwoHundredMilliseconds() {
        assertThat(lostAfter(1, 50)).isEqualTo(SensorWiring.QUICKEST_LOSS);
    }

    private static Duration lostAfter(int periodMillis, int latencyMillis) {
        return new SensorWiring(
                        "s",
                        new SensorWiring.Driver.Twin(),
                        Duration.ofMillis(periodMillis),
                        Duration.ofMillis(latencyMillis))
                .lostAfter();
    }
}
