package org.altercor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.altercor.config.Calibration.Basis.Measured;
import org.altercor.config.rig.SensorWiring;
import org.junit.jupiter.api.Test;

class CalibrationDatesTest {
    private static final LocalDate EXPIRY = LocalDate.of(2027, 3, 1);
    private static final Measured MEASURED =
            new Measured("K.", LocalDate.of(2026, 3, 1), "cylinder", "1", EXPIRY, List.of(), Optional.empty());

    @Test
    void aCalibrationCountsUntilTheDayBeforeItExpires() {
        assertThat(MEASURED.isExpired(EXPIRY.minusDays(1))).isFalse();
        assertThat(MEASURED.isExpired(EXPIRY)).isTrue();
    }

    @Test
    void itIsDueInItsLastThirtyDaysAndNotBefore() {
        assertThat(MEASURED.isDue(EXPIRY.minusDays(31))).isFalse();
        assertThat(MEASURED.isDue(EXPIRY.minusDays(30))).isTrue();
        assertThat(MEASURED.isDue(EXPIRY)).isFalse();
    }

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
