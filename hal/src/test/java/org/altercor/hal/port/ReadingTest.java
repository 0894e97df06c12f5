package org.altercor.hal.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final long MS = 1_000_000;
    private static final long NOW = 5_000 * MS;
    private static final long MAX_AGE = 100 * MS;

    private final Reading reading = new Reading();

    @Test
    void aNewReadingIsMissingAndNotANumberAndNeverUsable() {
        assertThat(reading.quality()).isEqualTo(Quality.MISSING);
        assertThat(reading.value()).isNaN();
        assertThat(reading.raw()).isNaN();
        assertThat(reading.sample()).isZero();
        assertThat(reading.isUsable(0, Long.MAX_VALUE)).isFalse();
    }

    @Test
    void aGoodReadingIsUsableUntilItIsTooOld() {
        reading.set(4_500, 812, NOW, 1, Quality.GOOD);

        assertThat(reading.isUsable(NOW, MAX_AGE)).isTrue();
        assertThat(reading.isUsable(NOW + MAX_AGE, MAX_AGE)).isTrue();
        assertThat(reading.isUsable(NOW + MAX_AGE + 1, MAX_AGE)).isFalse();
    }

    @Test
    void aReadingFromTheFutureIsRefusedBeyondTwoControlPeriods() {
        reading.set(4_500, 812, NOW, 1, Quality.GOOD);

        assertThat(reading.isUsable(NOW - 20 * MS, MAX_AGE)).isTrue(); // published while the loop was gathering
        assertThat(reading.isUsable(NOW - 20 * MS - 1, MAX_AGE)).isFalse();
    }

    @Test
    void ageIsADifferenceAndSurvivesTheEndOfTheLongRange() {
        reading.set(4_500, 812, Long.MAX_VALUE - 10, 1, Quality.GOOD);

        assertThat(reading.isUsable(Long.MIN_VALUE + 10, MAX_AGE)).isTrue();
        assertThat(reading.isUsable(Long.MIN_VALUE + 10 + MAX_AGE, MAX_AGE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aValueThatIsNotFiniteIsNeverGoodWhateverTheDeviceSays(double value) {
        reading.set(value, 812, NOW, 1, Quality.GOOD);

        assertThat(reading.quality()).isEqualTo(Quality.MISSING);
        assertThat(reading.isUsable(NOW, MAX_AGE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Quality.class)
    void onlyGoodIsUsableAndTheReasonWhyNotIsKept(Quality quality) {
        reading.set(4_500, 812, NOW, 1, quality);

        assertThat(reading.isUsable(NOW, MAX_AGE)).isEqualTo(quality == Quality.GOOD);
        assertThat(reading.quality()).isEqualTo(quality);
    }

    @Test
    void aReasonIsKeptForAValueThatIsNotANumber() {
        reading.set(Double.NaN, Double.NaN, NOW, 1, Quality.DISCONNECTED);

        assertThat(reading.quality()).isEqualTo(Quality.DISCONNECTED);
    }

    @Test
    void aCopyIsEqualInEveryField() {
        reading.set(4_500, 812, NOW, 9, Quality.GOOD);
        Reading copy = new Reading();
        copy.copyFrom(reading);

        assertThat(copy).usingRecursiveComparison().isEqualTo(reading);
    }
}
