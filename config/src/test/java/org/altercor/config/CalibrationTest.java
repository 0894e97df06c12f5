package org.altercor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.altercor.config.Calibration.Basis.Measured;
import org.junit.jupiter.api.Test;

class CalibrationTest {
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
    void aFitFindsTheSlopeAndTheWorstPoint() {
        VolumetricFit exact = VolumetricFit.of(List.of(new Calibration.Point(10, 450), new Calibration.Point(20, 900)));
        VolumetricFit off = VolumetricFit.of(List.of(new Calibration.Point(10, 460), new Calibration.Point(20, 900)));

        assertThat(exact.slope()).isEqualTo(45);
        assertThat(exact.residualPercent()).isCloseTo(0, within(1e-12));
        assertThat(off.slope()).isCloseTo(45.2, within(1e-9));
        assertThat(off.residualPercent()).isCloseTo(100 * (46 / 45.2 - 1), within(1e-9));
    }

    @Test
    void aStopEnvelopeFallsInStepsAndEndsAtStandstill() {
        StopEnvelope envelope =
                new StopEnvelope(List.of(new StopEnvelope.Point(100, 70), new StopEnvelope.Point(200, 20)), 280);

        assertThat(envelope.allowedPercent(0)).isEqualTo(100);
        assertThat(envelope.allowedPercent(99)).isEqualTo(100);
        assertThat(envelope.allowedPercent(100)).isEqualTo(70);
        assertThat(envelope.allowedPercent(279)).isEqualTo(20);
        assertThat(envelope.allowedPercent(280)).isZero();
        assertThat(envelope.allowedPercent(Double.NaN))
                .as("nobody knows since when")
                .isZero();
    }
}
