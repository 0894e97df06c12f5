package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
    private static final long MS = 1_000_000;
    private static final long LOST_AFTER = 200 * MS;

    private final Catalogue catalogue = Catalogue.english();
    private final Reading reading = new Reading();

    private void measure(double value, long nanos) {
        reading.set(value, value, nanos, nanos / MS, Quality.GOOD);
    }

    @Test
    void whatWasNeverMeasuredHasAReasonAndNoNumber() {
        ShownValue shown = new Shown(catalogue, 1).look(reading, 1_000 * MS, LOST_AFTER);
        assertThat(shown.now()).isEmpty();
        assertThat(shown.last()).isEmpty();
        assertThat(shown.why()).hasValue("not measured yet");
    }

    @Test
    void whatIsKnownIsShown() {
        measure(120, 1_000 * MS);
        assertThat(new Shown(catalogue, 1).look(reading, 1_000 * MS, LOST_AFTER))
                .isEqualTo(ShownValue.of(120));
    }

    @Test
    void aLostSensorKeepsItsLastNumberWithItsAgeAndItsReason() {
        var shown = new Shown(catalogue, 1);
        measure(120, 1_000 * MS);
        shown.look(reading, 1_000 * MS, LOST_AFTER);
        reading.set(Double.NaN, Double.NaN, 1_100 * MS, 2, Quality.DISCONNECTED);
        assertThat(shown.look(reading, 4_000 * MS, LOST_AFTER)).isEqualTo(ShownValue.old(120, 3_000, "not connected"));
    }

    @Test
    void aGoodNumberThatNobodyRenewsGrowsOld() {
        var shown = new Shown(catalogue, 1);
        measure(120, 1_000 * MS);
        assertThat(shown.look(reading, 1_200 * MS, LOST_AFTER).isKnown()).isTrue();
        assertThat(shown.look(reading, 1_201 * MS, LOST_AFTER)).isEqualTo(ShownValue.old(120, 201, "no new value"));
    }

    @Test
    void aPulseIsShownAsItsMean() {
        var shown = new Shown(catalogue, 4);
        double last = 0;
        for (int i = 0; i < 8; i++) {
            measure(i % 2 == 0 ? 50 : 150, (1_000 + i) * MS);
            last = shown.look(reading, (1_000 + i) * MS, LOST_AFTER).now().orElseThrow();
        }
        assertThat(last).isEqualTo(100);
    }

    @Test
    void aMeanTakesNothingOverFromBeforeALoss() {
        var shown = new Shown(catalogue, 4);
        measure(100, 1_000 * MS);
        shown.look(reading, 1_000 * MS, LOST_AFTER);
        shown.look(new Reading(), 1_100 * MS, LOST_AFTER);
        measure(20, 1_200 * MS);
        assertThat(shown.look(reading, 1_200 * MS, LOST_AFTER)).isEqualTo(ShownValue.of(20));
    }

    @Test
    void aSwitchThatIsNotKnownIsNeitherOnNorOff() {
        var contact = new SwitchReading();
        assertThat(new Shown(catalogue, 1).look(contact, 1_000 * MS, LOST_AFTER).isKnown())
                .isFalse();
        contact.set(true, 1, 1_000 * MS, 1, Quality.GOOD);
        assertThat(new Shown(catalogue, 1).look(contact, 1_000 * MS, LOST_AFTER))
                .isEqualTo(ShownValue.of(1));
    }

    @ParameterizedTest(name = "{0}/min: {1} looks")
    @CsvSource({"30, 20", "40, 15", "60, 10", "70, 17", "90, 13", "120, 10", "NaN, 1"})
    void aMeanOfAPumpThatPulsesIsOverWholeBeats(double ratePerMin, int looks) {
        assertThat(Shown.ofWholeBeats(ratePerMin)).isEqualTo(looks);
    }

    @Test
    void aFlowInBeatsIsAsSteadyAsItsMean() {
        var shown = new Shown(catalogue, 10);
        shown.atLeast(Shown.ofWholeBeats(40)); // 15 looks a beat: 6 of 5 L/min, 9 of 1.5 L/min
        for (int look = 0; look < 60; look++) {
            ShownValue value = shown.look(look % 15 < 6 ? 5_000 : 1_500, look, look, "");
            if (look >= 15) {
                assertThat(value.now().orElseThrow()).isCloseTo(2_900, within(1e-6));
            }
        }
        shown.atLeast(1);
        assertThat(shown.look(1_500, 60, 60, "").now().orElseThrow())
                .as("the usual second again")
                .isNotCloseTo(2_900, within(1.0));
    }
}
