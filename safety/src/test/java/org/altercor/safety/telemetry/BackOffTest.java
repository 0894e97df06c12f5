package org.altercor.safety.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final long SECOND = 1_000_000_000L;
    private final BackOff backOff = new BackOff(LinkTiming.USUAL, new Random(3));

    @Test
    void eachFailureWaitsAboutTwiceAsLongUpToAMinute() {
        long bound = SECOND;
        for (int i = 0; i < 20; i++) {
            assertThat(backOff.afterFailure(0)).isBetween(bound / 2, bound);
            bound = Math.min(60 * SECOND, 2 * bound);
        }
    }

    @Test
    void twoMachinesDoNotComeBackAtTheSameMoment() {
        var waits = new HashSet<Long>();
        for (int seed = 0; seed < 100; seed++) {
            waits.add(new BackOff(LinkTiming.USUAL, new Random(seed)).afterFailure(0));
        }
        assertThat(waits).hasSizeGreaterThan(90);
    }

    @Test
    void aConnectionThatLivedForAWhileStartsAnew() {
        for (int i = 0; i < 20; i++) {
            backOff.afterFailure(0);
        }
        assertThat(backOff.afterFailure(BackOff.GOOD_LIFE_NANOS)).isLessThanOrEqualTo(SECOND);
    }

    @Test
    void aConnectionThatIsThrownOutAtOnceDoesNot() {
        for (int i = 0; i < 20; i++) {
            backOff.afterFailure(BackOff.GOOD_LIFE_NANOS - 1);
        }
        assertThat(backOff.afterFailure(BackOff.GOOD_LIFE_NANOS - 1)).isGreaterThan(20 * SECOND);
    }
}
