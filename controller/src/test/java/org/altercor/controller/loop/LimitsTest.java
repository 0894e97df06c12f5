package org.altercor.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The limits by level and by line pressure, each alone.
class LimitsTest {
    private static final double OWN_RPM = 150;
    private static final double FLOOR_RPM = 15;
    private static final double STEP_SECONDS = 0.01;

    private final LevelLimit level = new LevelLimit(TestPumps.RESERVOIR, OWN_RPM);
    private final PressureLimit pressure = new PressureLimit(TestPumps.LINE, OWN_RPM);

    @ParameterizedTest(name = "{0} mL: {1} rpm")
    @CsvSource({"1000, 150", "400, 150", "300, 82.5", "200, 15", "0, 15", "-50, 15"})
    void theLevelLimitsBetweenWhereItRegulatesAndWhereItStopsAndNeverToZero(double levelMl, double expectedRpm) {
        assertThat(level.step(levelMl, FLOOR_RPM, STEP_SECONDS)).isCloseTo(expectedRpm, within(1e-9));
    }

    @Test
    void aLevelThatIsNotKnownLeavesItsLimitAsItIs() {
        level.step(300, FLOOR_RPM, STEP_SECONDS);
        for (int i = 0; i < 1_000; i++) {
            assertThat(level.step(Double.NaN, FLOOR_RPM, STEP_SECONDS)).isCloseTo(82.5, within(1e-9));
        }
    }

    @Test
    void aReservoirThatIsFilledAtOnceGetsItsLimitBackSlowly() {
        level.step(200, FLOOR_RPM, STEP_SECONDS);
        double before = FLOOR_RPM;
        for (int i = 0; i < 1_800; i++) { // 18 s from floor to ceiling
            double next = level.step(1_000, FLOOR_RPM, STEP_SECONDS);
            assertThat(next - before).isLessThanOrEqualTo(0.05 * OWN_RPM * STEP_SECONDS + 1e-9);
            before = next;
        }
        assertThat(before).isCloseTo(OWN_RPM, within(1e-9));
    }

    @Test
    void aHighPressureTakesTheSpeedFromWhereItIsTheFasterTheHigherAndNotBelowTheFloor() {
        double aLittleRpm = new PressureLimit(TestPumps.LINE, OWN_RPM).step(310, 80, FLOOR_RPM, STEP_SECONDS);
        double muchRpm = pressure.step(350, 80, FLOOR_RPM, STEP_SECONDS);
        assertThat(aLittleRpm).isBetween(muchRpm, 80.0);
        assertThat(muchRpm).isLessThan(80);
        double commandedRpm = muchRpm;
        for (int i = 0; i < 1_000; i++) {
            commandedRpm = pressure.step(400, commandedRpm, FLOOR_RPM, STEP_SECONDS);
        }
        assertThat(commandedRpm).isEqualTo(FLOOR_RPM);
    }

    @Test
    void aPressureBelowWhereItRegulatesLimitsNothing() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(pressure.step(299, 150, FLOOR_RPM, STEP_SECONDS)).isEqualTo(OWN_RPM);
        }
    }

    @Test
    void aPressureThatIsNotKnownLeavesItsLimitAsItIs() {
        double limitRpm = pressure.step(350, 80, FLOOR_RPM, STEP_SECONDS);
        for (int i = 0; i < 1_000; i++) {
            assertThat(pressure.step(Double.NaN, 80, FLOOR_RPM, STEP_SECONDS)).isEqualTo(limitRpm);
        }
    }

    @Test
    void aPumpThatIsSlowAlreadyIsNotSpedUpToALimitOfPressure() {
        assertThat(pressure.step(349, 10, FLOOR_RPM, STEP_SECONDS)).isEqualTo(FLOOR_RPM);
    }
}
