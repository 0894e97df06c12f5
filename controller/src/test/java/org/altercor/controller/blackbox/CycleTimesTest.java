package org.altercor.controller.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.controller.blackbox.CycleTimes.Gap;
import org.junit.jupiter.api.Test;

class CycleTimesTest {
    private static final long SECOND = 1_000_000_000;

    private final CycleTimes times = new CycleTimes(10 * SECOND);

    private void cycles(long firstNumber, double fromSeconds, int count) {
        for (int i = 0; i < count; i++) {
            times.add(firstNumber + i, (long) ((fromSeconds + i * 0.05) * SECOND));
        }
    }

    @Test
    void whatLiesBeforeTheFirstAndBehindTheLastCycleIsAGap() {
        cycles(1, 8, 81);

        assertThat(times.gaps(-3, 3)).containsExactly(new Gap(-3, -2), new Gap(2, 3));
        assertThat(times.gaps(-2, 2)).as("twin: nothing is missing there").isEmpty();
    }

    @Test
    void whatLiesBetweenCyclesThatAreMissingIsAGap() {
        cycles(1, 8, 21);
        cycles(42, 10, 21);

        assertThat(times.gaps(-2, 1)).containsExactly(new Gap(-1, 0));
        assertThat(times.isBehindGap(21)).isTrue();
        assertThat(times.endSeconds(20))
                .as("what was seen last stands no longer than it was seen")
                .isEqualTo(-1);
    }

    @Test
    void withoutAnyCycleEverythingIsAGap() {
        assertThat(times.gaps(-3, 3)).containsExactly(new Gap(-3, 3));
    }
}
