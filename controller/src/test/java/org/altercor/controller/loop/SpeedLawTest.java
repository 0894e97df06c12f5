package org.altercor.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.altercor.safety.supervise.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedLawTest {
    @ParameterizedTest(name = "to {0}, commanded {1}, measured {2}, start {3}, increase {4}: {5}")
    @CsvSource({
        // standing
        "  60,   0,    0, true,  true,  ACCEPTED",
        "  60,   0,    0, false, true,  START_NOT_PERMITTED",
        "  60,   0,  NaN, true,  true,  START_NOT_PERMITTED",
        "  60,   0,    0, true,  false, INCREASE_NOT_PERMITTED",
        // still coasting after a stop
        "  60,   0,   40, true,  true,  ACCEPTED",
        "  60,   0,  -40, true,  true,  TURNING_THE_OTHER_WAY",
        "  60,   0, -1.9, true,  true,  ACCEPTED",
        // turning
        "  80,  60,   60, false, true,  ACCEPTED",
        "  80,  60,   60, true,  false, INCREASE_NOT_PERMITTED",
        "  60,  60,   60, false, false, ACCEPTED",
        "  40,  60,   60, false, false, ACCEPTED",
        // a residue is a standstill
        " 120, 0.004,  0, false, true,  START_NOT_PERMITTED",
        " 120, 0.004,  0, true,  true,  ACCEPTED",
    })
    void aSpeedIsPermittedByWhatThePumpDoesAndWhatIsAllowed(
            double wantedRpm,
            double commandedRpm,
            double measuredRpm,
            boolean mayStart,
            boolean mayIncrease,
            Answer expected) {
        assertThat(SpeedLaw.permit(wantedRpm, commandedRpm, measuredRpm, mayStart, mayIncrease))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "from {0} to {1}, limit {2}, rise to {3}: {4}")
    @CsvSource({
        "   0, 100,      250, Infinity,    5",
        "  98, 100,      250, Infinity,  100",
        " 100,   0,      250, Infinity,   95",
        " 100, 100,       50, Infinity,   95",
        "  52, 100,       50, Infinity,   50",
        " 100, 200,      250,        0,  100",
        " 100, 200,      250,      102,  102",
        " 100,  50,      250,        0,   95",
        " 100, 200, Infinity, Infinity,  105",
        " 100, 200,      NaN, Infinity,  100",
        " 100, 200,       -1, Infinity,  100",
        " 100,  50,      NaN, Infinity,   95",
        "   3, 100,      1.9, Infinity,    0",
    })
    void theCommandMovesOneRampStepTowardsTheTargetWithinTheLimit(
            double commandedRpm, double targetRpm, double limitRpm, double riseToRpm, double expectedRpm) {
        assertThat(SpeedLaw.next(commandedRpm, targetRpm, SpeedLaw.ceiling(limitRpm, commandedRpm), riseToRpm, 5))
                .isEqualTo(expectedRpm);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noHistoryOfTargetsLimitsAndPermitsStepsTheSpeedByMoreThanTheRamp(long seed) {
        var random = new Random(seed);
        double commandedRpm = 0;
        for (int i = 0; i < 20_000; i++) {
            double targetRpm = random.nextInt(251);
            double limitRpm = random.nextInt(4) == 0 ? Double.NaN : random.nextInt(300);
            boolean mayIncrease = random.nextBoolean();
            double next = SpeedLaw.next(
                    commandedRpm,
                    targetRpm,
                    SpeedLaw.ceiling(limitRpm, commandedRpm),
                    mayIncrease ? Double.POSITIVE_INFINITY : 0,
                    3);

            assertThat(Math.abs(next - commandedRpm)).isLessThanOrEqualTo(3 + 1e-12);
            if (!mayIncrease) {
                assertThat(next).isLessThanOrEqualTo(commandedRpm);
            }
            commandedRpm = next;
        }
    }
}
