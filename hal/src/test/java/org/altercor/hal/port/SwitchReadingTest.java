package org.altercor.hal.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SwitchReadingTest {
    private static final long NOW = 5_000_000_000L;
    private static final long MAX_AGE = 100_000_000;

    private final SwitchReading reading = new SwitchReading();

    @Test
    void aNewOneIsNeitherKnownActiveNorKnownInactive() {
        assertThat(reading.quality()).isEqualTo(Quality.MISSING);
        assertThat(reading.isKnownActive(0, Long.MAX_VALUE)).isFalse();
        assertThat(reading.isKnownInactive(0, Long.MAX_VALUE)).isFalse();
    }

    @Test
    void aGoodActiveLevelIsKnownActiveUntilItIsTooOld() {
        reading.set(true, 1, NOW, 1, Quality.GOOD);
        assertThat(reading.isKnownActive(NOW + MAX_AGE, MAX_AGE)).isTrue();
        assertThat(reading.isKnownInactive(NOW + MAX_AGE, MAX_AGE)).isFalse();

        assertThat(reading.isKnownActive(NOW + MAX_AGE + 1, MAX_AGE)).isFalse();
        assertThat(reading.isKnownInactive(NOW + MAX_AGE + 1, MAX_AGE)).isFalse(); // old is not inactive
    }

    @Test
    void aGoodInactiveLevelIsKnownInactiveUntilItIsTooOld() {
        reading.set(false, 0, NOW, 1, Quality.GOOD);
        assertThat(reading.isKnownInactive(NOW, MAX_AGE)).isTrue();
        assertThat(reading.isKnownActive(NOW, MAX_AGE)).isFalse();

        assertThat(reading.isKnownInactive(NOW + MAX_AGE + 1, MAX_AGE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Quality.class, names = "GOOD", mode = EnumSource.Mode.EXCLUDE)
    void aLevelThatIsNotGoodIsNotKnownWhateverItIs(Quality quality) {
        for (boolean active : new boolean[] {true, false}) {
            reading.set(active, 1, NOW, 1, quality);

            assertThat(reading.isKnownActive(NOW, MAX_AGE)).isFalse();
            assertThat(reading.isKnownInactive(NOW, MAX_AGE)).isFalse();
            assertThat(reading.rawActive()).isEqualTo(active); // still there for the record
        }
    }

    @Test
    void aLevelFromTheFutureIsNotKnown() {
        reading.set(true, 1, NOW, 1, Quality.GOOD);

        assertThat(reading.isKnownActive(NOW - 1_000_000_000, MAX_AGE)).isFalse();
    }

    @Test
    void aCopyIsEqualInEveryField() {
        reading.set(true, 4, NOW, 9, Quality.GOOD);
        SwitchReading copy = new SwitchReading();
        copy.copyFrom(reading);

        assertThat(copy).usingRecursiveComparison().isEqualTo(reading);
    }
}
