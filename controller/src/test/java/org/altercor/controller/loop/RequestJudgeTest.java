package org.altercor.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.altercor.safety.supervise.Answer;
import org.altercor.safety.supervise.PumpMode;
import org.altercor.safety.supervise.Sensed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestJudgeTest {
    private final OnePump roller = new OnePump(TestPumps.roller());
    private final OnePump centrifugal = new OnePump(TestPumps.centrifugal());

    private static void assertAnswer(OnePump pump, Answer expected, double detail) {
        pump.cycles(1);
        assertThat(pump.snapshot.answer[0]).isEqualTo(expected);
        if (Double.isNaN(detail)) {
            assertThat(pump.snapshot.answerDetail[0]).isNaN();
        } else {
            assertThat(pump.snapshot.answerDetail[0]).isCloseTo(detail, within(1e-6));
        }
        if (expected != Answer.ACCEPTED) {
            assertThat(pump.mode()).isEqualTo(PumpMode.STOPPED);
            assertThat(pump.commandedRpm()).isZero();
        }
    }

    @ParameterizedTest(name = "{0} rpm: {1}, {2}")
    @CsvSource({
        "   60, ACCEPTED,       NaN",
        "  -60, OUT_OF_RANGE,     0",
        "  NaN, NOT_A_NUMBER,   NaN",
        "  251, ABOVE_MAXIMUM,  250",
        "  1.9, TOO_SLOW,         2",
        "-Infinity, OUT_OF_RANGE, 0",
        " Infinity, ABOVE_MAXIMUM, 250",
    })
    void aSpeedIsJudged(double rpm, Answer expected, double detail) {
        roller.speed(rpm);
        assertAnswer(roller, expected, detail);
    }

    @ParameterizedTest(name = "{0} mL/min: {1}, {2}")
    @CsvSource({
        " 7000, ACCEPTED,       NaN",
        " 7001, ABOVE_MAXIMUM, 7000",
        "   89, TOO_SLOW,        90",
        "  -10, OUT_OF_RANGE,     0",
        "  NaN, NOT_A_NUMBER,   NaN",
    })
    void aFlowOfARollerIsJudged(double mlPerMin, Answer expected, double detail) {
        roller.flow(mlPerMin);
        assertAnswer(roller, expected, detail);
    }

    @ParameterizedTest(name = "{0} mL/min: {1}, {2}")
    @CsvSource({
        " 4000, ACCEPTED,       NaN",
        " 7001, ABOVE_MAXIMUM, 7000",
        "  199, TOO_SLOW,       200",
        "  -10, OUT_OF_RANGE,     0",
        "  NaN, NOT_A_NUMBER,   NaN",
    })
    void aFlowOfACentrifugalHeadIsJudged(double mlPerMin, Answer expected, double detail) {
        centrifugal.flow(mlPerMin);
        assertAnswer(centrifugal, expected, detail);
    }

    @ParameterizedTest(name = "{0} mL/min, {1}/min, {2} %, {3} %: {4}, {5}")
    @CsvSource({
        "4000,  60,  50,  50, ACCEPTED,          NaN",
        "4000,  60,  50, 100, ACCEPTED,          NaN",
        // 4000 · (1 - 0.5 · 0.6) / 0.4 = 7000
        "3999,  60,  40,  50, ACCEPTED,          NaN",
        "4001,  60,  40,  50, PEAK_OUT_OF_REACH, 7000",
        // from 400 mL/min the ramp of 18 L/min per second climbs 4500 in a quarter of a second
        "4000, 120,  50,  10, PEAK_OUT_OF_REACH, 4900",
        "4000,  29,  50,  50, OUT_OF_RANGE,       30",
        "4000, 121,  50,  50, OUT_OF_RANGE,      120",
        "4000,  60,  19,  50, OUT_OF_RANGE,       20",
        "4000,  60,  81,  50, OUT_OF_RANGE,       80",
        "4000,  60,  50,   9, OUT_OF_RANGE,       10",
        "4000,  60,  50, 101, OUT_OF_RANGE,      100",
        " 400,  60,  50,  10, TOO_SLOW,          900",
        " NaN,  60,  50,  50, NOT_A_NUMBER,      NaN",
        "4000, NaN,  50,  50, NOT_A_NUMBER,      NaN",
        "4000,  60, NaN,  50, NOT_A_NUMBER,      NaN",
        "4000,  60,  50, NaN, NOT_A_NUMBER,      NaN",
    })
    void pulsesAreJudged(
            double mlPerMin, double ratePerMin, double width, double base, Answer expected, double detail) {
        roller.pulses(mlPerMin, ratePerMin, width, base);
        assertAnswer(roller, expected, detail);
    }

    @ParameterizedTest(name = "1:{0}: {1}, {2}")
    @CsvSource({
        "   4, ACCEPTED,      NaN",
        "  16, ACCEPTED,      NaN",
        "  17, OUT_OF_RANGE,   16",
        "0.05, OUT_OF_RANGE,  0.1",
        "   0, OUT_OF_RANGE,  0.1",
        " NaN, NOT_A_NUMBER,  NaN",
    })
    void aRatioIsJudged(double ratio, Answer expected, double detail) {
        roller.follow(ratio);
        assertAnswer(roller, expected, detail);
    }

    @Test
    void aModeThatAHeadDoesNotHaveIsRefused() {
        roller.zeroFlow();
        assertAnswer(roller, Answer.NOT_THIS_MODE, Double.NaN);
        centrifugal.pulses(4_000, 60, 50, 50);
        assertAnswer(centrifugal, Answer.NOT_THIS_MODE, Double.NaN);
        centrifugal.follow(4);
        assertAnswer(centrifugal, Answer.NOT_THIS_MODE, Double.NaN);
        var alone = new OnePump(TestPumps.roller(250, 400));
        alone.follow(4);
        assertAnswer(alone, Answer.NOT_THIS_MODE, Double.NaN);
    }

    @Test
    void whatAPumpHasIsExactlyWhatIsNotRefusedAsNoModeOfIts() {
        ControlledPump roller = TestPumps.roller();
        ControlledPump centrifugal = TestPumps.centrifugal();
        for (ControlledPump head : List.of(roller, centrifugal)) {
            for (boolean canPulse : new boolean[] {false, true}) {
                for (Optional<ControlledPump.Leader> leader :
                        List.of(roller.leader(), Optional.<ControlledPump.Leader>empty())) {
                    for (Sensed probe : List.of(roller.flow(), Sensed.NOTHING)) {
                        assertHasWhatIsTaken(with(head, canPulse && head.equals(roller), leader, probe));
                    }
                }
            }
        }
    }

    private static ControlledPump with(
            ControlledPump pump, boolean canPulse, Optional<ControlledPump.Leader> leader, Sensed probe) {
        return new ControlledPump(
                0,
                pump.limits(),
                pump.maxFlowMlPerMin(),
                pump.head(),
                canPulse,
                probe,
                pump.pressure(),
                pump.level(),
                pump.linePressure(),
                pump.reservoir(),
                leader,
                pump.pressureStop(),
                pump.pulseEnders());
    }

    private static void assertHasWhatIsTaken(ControlledPump pump) {
        for (PumpMode mode : PumpMode.values()) {
            var one = new OnePump(pump);
            switch (mode) {
                case STOPPED -> one.stop();
                case SPEED -> one.speed(60);
                case FLOW -> one.flow(2_000);
                case PULSATILE -> one.pulses(2_000, 60, 50, 50);
                case FOLLOWER -> one.follow(4);
                case ZERO_FLOW -> one.zeroFlow();
            }
            one.cycles(1);
            assertThat(one.snapshot.answer[0])
                    .as(pump + " in " + mode)
                    .isEqualTo(pump.has(mode) ? Answer.ACCEPTED : Answer.NOT_THIS_MODE);
        }
    }

    @Test
    void standstillIsNotRefusedThoughItComesInTheWordsOfAModeThatAPumpDoesNotHave() {
        centrifugal.pulses(0, 60, 50, 50);
        assertAnswer(centrifugal, Answer.ACCEPTED, Double.NaN);
    }

    @Test
    void aModeWhoseSensorIsMissingIsRefused() {
        roller.seesLeader = false;
        roller.follow(4);
        assertAnswer(roller, Answer.SENSOR_MISSING, Double.NaN);
        centrifugal.seesFlow = false;
        centrifugal.flow(2_000);
        assertAnswer(centrifugal, Answer.SENSOR_MISSING, Double.NaN);
    }

    @Test
    void noModeStartsAPumpThatMayNotBeStarted() {
        roller.safety.mayStart[0] = false;
        roller.flow(4_000);
        assertAnswer(roller, Answer.START_NOT_PERMITTED, Double.NaN);
        roller.pulses(4_000, 60, 50, 50);
        assertAnswer(roller, Answer.START_NOT_PERMITTED, Double.NaN);
        roller.follow(4);
        assertAnswer(roller, Answer.START_NOT_PERMITTED, Double.NaN);
        centrifugal.safety.mayStart[0] = false;
        centrifugal.flow(2_000);
        assertAnswer(centrifugal, Answer.START_NOT_PERMITTED, Double.NaN);
        centrifugal.zeroFlow();
        assertAnswer(centrifugal, Answer.START_NOT_PERMITTED, Double.NaN);
    }

    @Test
    void aPumpWithoutAPressureItNeedsIsNotStarted() {
        roller.seesPressure = false;
        roller.flow(4_000);
        assertAnswer(roller, Answer.INCREASE_NOT_PERMITTED, Double.NaN);
    }

    @Test
    void aFlowAboveTheOneThatFlowsIsAnIncreaseAndOneBelowIsNot() {
        centrifugal.flowOfRpm = rpm -> (TestPumps.SHUT_OFF * rpm * rpm - 100) * 25;
        centrifugal.flow(2_000);
        centrifugal.seconds(20);
        centrifugal.safety.mayIncrease[0] = false;
        centrifugal.flow(2_500);
        centrifugal.cycles(1);
        assertThat(centrifugal.snapshot.answer[0]).isEqualTo(Answer.INCREASE_NOT_PERMITTED);
        centrifugal.flow(1_500);
        centrifugal.cycles(1);
        assertThat(centrifugal.snapshot.answer[0]).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void standstillIsNeverRefused() {
        roller.flow(4_000);
        roller.seconds(2);
        roller.safety.mayStart[0] = false;
        roller.safety.mayIncrease[0] = false;
        roller.seesShaft = false;
        roller.seesPressure = false;
        roller.stop();
        roller.seconds(2);
        assertThat(roller.snapshot.answer[0]).isEqualTo(Answer.ACCEPTED);
        assertThat(roller.commandedRpm()).isZero();
    }
}
