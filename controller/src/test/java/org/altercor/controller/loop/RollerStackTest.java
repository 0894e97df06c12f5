package org.altercor.controller.loop;

import static org.altercor.controller.loop.Stack.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.altercor.controller.operator.PumpAct;
import org.altercor.hal.port.AlarmSignal;
import org.altercor.safety.supervise.Answer;
import org.altercor.safety.supervise.Limiter;
import org.altercor.safety.supervise.PumpMode;
import org.altercor.safety.supervise.StopState;
import org.junit.jupiter.api.Test;

/// Modes and limits of the rollers of the shipped adult bypass: both loops over the twin, asked as an operator asks.
class RollerStackTest {
    private static final double SET_ML_PER_MIN = 4_000;
    private static final double STROKE_ML = 45;
    private static final double SET_RPM = SET_ML_PER_MIN / STROKE_ML;

    /// Its peaks stay below the pressure that warns.
    private static final double PULSED_ML_PER_MIN = 3_000;

    /// A tenth of the pump's own ceiling of 7 L/min.
    private static final double FLOOR_RPM = 15.5;

    /// The probe is off by 30 to 60 mL/min at zero [U]; some leaks through the purge line, shut as far as it goes.
    private static final double PROBE_ERROR_ML_PER_MIN = 80;

    private static final String CANNULA = "arterial-cannula.quadratic-mmhg-per-l-min2";
    private static final String VENOUS_LINE = "venous-line.closed-percent";

    private final Stack stack = new Stack("adult-bypass");

    private void startFlow() {
        stack.start(1);
        stack.act("arterial", new PumpAct.Flow(SET_ML_PER_MIN));
        stack.run(10 * SECOND);
        assertThat(stack.snapshot.answer[0]).isEqualTo(Answer.ACCEPTED);
        assertThat(stack.snapshot.mode[0]).isEqualTo(PumpMode.FLOW);
    }

    @Test
    void aFlowThatIsAskedForIsGivenAndTheProbeAgrees() {
        stack.happen("purge-line.linear-mmhg-per-l-min", 10_000);
        startFlow();
        assertThat(stack.snapshot.setFlowMlPerMin[0]).isEqualTo(SET_ML_PER_MIN);
        assertThat(stack.snapshot.computedFlowMlPerMin[0]).isCloseTo(SET_ML_PER_MIN, within(1.0));
        double probedMlPerMin = stack.meanMlPerMin(20);
        System.out.printf("roller: set 4000, probed %.0f mL/min%n", probedMlPerMin);
        assertThat(probedMlPerMin).isCloseTo(SET_ML_PER_MIN, within(PROBE_ERROR_ML_PER_MIN));
        assertThat(stack.report.sound).isEqualTo(AlarmSignal.SILENT);
    }

    @Test
    void whatItDeliversIsCountedFromItsStart() {
        startFlow();
        double beforeMl = stack.snapshot.deliveredMl[0];
        stack.run(15 * SECOND);
        assertThat(stack.snapshot.deliveredMl[0] - beforeMl).isCloseTo(1_000, within(1.0));
        stack.act("arterial", new PumpAct.Stop());
        stack.run(SECOND);
        assertThat(stack.snapshot.deliveredMl[0])
                .as("it stays when the pump stands")
                .isGreaterThan(beforeMl + 1_000);
        stack.act("arterial", new PumpAct.Flow(SET_ML_PER_MIN));
        stack.run(SECOND);
        assertThat(stack.snapshot.deliveredMl[0]).as("a new start").isBetween(1.0, 67.0);
    }

    @Test
    void aLineThatNarrowsSlowsTheRollerToItsFloorAndOnlyBeyondThatTheInterlockStopsIt() {
        startFlow();
        double highestMmHg = 0;
        for (double quadratic = 3; quadratic < 400; quadratic *= 1.1) { // half a minute of a clamp that is screwed down
            stack.happen(CANNULA, quadratic);
            for (int i = 0; i < 10; i++) {
                stack.run(SECOND / 10);
                highestMmHg = Math.max(highestMmHg, stack.linePressureMmHg());
            }
            assertThat(stack.snapshot.mode[0]).isEqualTo(PumpMode.FLOW);
            assertThat(stack.snapshot.commandedRpm[0]).isGreaterThan(FLOOR_RPM);
        }
        stack.run(10 * SECOND);
        System.out.printf(
                "roller, line narrowed: %.1f rpm of %.1f, at most %.0f mmHg%n",
                stack.snapshot.commandedRpm[0], SET_RPM, highestMmHg);
        assertThat(stack.snapshot.limiter[0]).isEqualTo(Limiter.LINE_PRESSURE);
        assertThat(stack.snapshot.commandedRpm[0]).isLessThan(SET_RPM / 2);
        assertThat(highestMmHg).isLessThan(350);
        assertThat(stack.report.stop[0]).isEqualTo(StopState.NONE);

        stack.happen("arterial-cannula.closed-percent", 100);
        stack.run(5 * SECOND);
        assertThat(stack.report.stop[0]).isEqualTo(StopState.STANDING);
        assertThat(stack.snapshot.mode[0]).isEqualTo(PumpMode.STOPPED);
    }

    @Test
    void aLineThatIsOpenAgainGetsItsFlowBackWithoutABump() {
        startFlow();
        for (double quadratic = 3; quadratic < 60; quadratic *= 1.1) {
            stack.happen(CANNULA, quadratic);
            stack.run(SECOND);
        }
        assertThat(stack.snapshot.limiter[0]).isEqualTo(Limiter.LINE_PRESSURE);
        stack.happen(CANNULA, 2.43);
        double highestRpm = 0;
        for (int i = 0; i < 300; i++) {
            stack.run(SECOND / 10);
            highestRpm = Math.max(highestRpm, stack.speedRpm(0));
        }
        assertThat(stack.speedRpm(0)).isCloseTo(SET_RPM, within(0.1));
        assertThat(highestRpm).as("nothing was wound up").isLessThan(SET_RPM + 0.1);
        assertThat(stack.snapshot.limiter[0]).isEqualTo(Limiter.NONE);
    }

    @Test
    void aReservoirThatEmptiesSlowsTheRollerAndThenTheInterlockStopsIt() {
        startFlow();
        stack.happen(VENOUS_LINE, 100);
        runUntilLevelBelow(300);
        assertThat(stack.snapshot.mode[0]).as("slowed, not stopped").isEqualTo(PumpMode.FLOW);
        assertThat(stack.snapshot.limiter[0]).isEqualTo(Limiter.LEVEL);
        assertThat(stack.snapshot.commandedRpm[0]).isBetween(FLOOR_RPM, SET_RPM - 0.1);
        runUntilLevelBelow(200);
        stack.run(SECOND);
        assertThat(stack.report.stop[0]).isEqualTo(StopState.STANDING);
        assertThat(stack.speedRpm(0)).isCloseTo(0, within(1e-6));
    }

    @Test
    void aReservoirThatFillsAgainGetsTheFlowBackThoughNobodyAsksAnew() {
        startFlow();
        stack.happen(VENOUS_LINE, 100);
        runUntilLevelBelow(300);
        stack.happen(VENOUS_LINE, 0);
        stack.run(40 * SECOND);
        assertThat(stack.levelMl()).isGreaterThan(400);
        assertThat(stack.speedRpm(0)).isCloseTo(SET_RPM, within(0.1));
        assertThat(stack.snapshot.limiter[0]).isEqualTo(Limiter.NONE);
    }

    private void runUntilLevelBelow(double ml) {
        for (int i = 0; i < 600 && stack.levelMl() >= ml; i++) {
            stack.run(SECOND / 10);
        }
        assertThat(stack.levelMl()).isLessThan(ml);
    }

    @Test
    void pulsesKeepTheMeanFlow() {
        startFlow();
        stack.act("arterial", new PumpAct.Flow(PULSED_ML_PER_MIN));
        stack.run(20 * SECOND);
        double steadyMlPerMin = stack.meanMlPerMin(20);
        stack.act("arterial", new PumpAct.Pulsatile(PULSED_ML_PER_MIN, 60, 50, 50));
        stack.run(10 * SECOND);
        double deliveredMl = stack.snapshot.deliveredMl[0];
        double pulsedMlPerMin = stack.meanMlPerMin(30);
        double byStrokeMlPerMin = (stack.snapshot.deliveredMl[0] - deliveredMl) * 2;
        System.out.printf(
                "roller, pulses: probed %.0f, steady %.0f; by its strokes %.1f mL/min%n",
                pulsedMlPerMin, steadyMlPerMin, byStrokeMlPerMin);
        assertThat(stack.snapshot.mode[0]).isEqualTo(PumpMode.PULSATILE);
        assertThat(byStrokeMlPerMin).isCloseTo(PULSED_ML_PER_MIN, within(PULSED_ML_PER_MIN * 0.002));
        assertThat(pulsedMlPerMin).isCloseTo(steadyMlPerMin, within(PROBE_ERROR_ML_PER_MIN));
        assertThat(stack.report.sound).as("a beat is no runaway").isEqualTo(AlarmSignal.SILENT);
    }

    @Test
    void pulsesEndInASteadyFlowWhenTheLinePressureIsHighAndDoNotComeBackByThemselves() {
        startFlow();
        stack.act("arterial", new PumpAct.Pulsatile(SET_ML_PER_MIN, 60, 50, 50));
        stack.run(5 * SECOND);
        assertThat(stack.snapshot.mode[0]).isEqualTo(PumpMode.PULSATILE);
        stack.happen(CANNULA, 8);
        stack.run(5 * SECOND);
        assertThat(stack.snapshot.mode[0]).isEqualTo(PumpMode.FLOW);
        assertThat(stack.snapshot.setFlowMlPerMin[0]).isEqualTo(SET_ML_PER_MIN);
        assertThat(stack.speedRpm(0)).isCloseTo(SET_RPM, within(0.5));
        stack.happen(CANNULA, 2.43);
        stack.run(10 * SECOND);
        assertThat(stack.snapshot.mode[0]).isEqualTo(PumpMode.FLOW);
    }

    @Test
    void aRollerThatIsSlowedFromFullSpeedTripsNothing() {
        stack.start(1);
        stack.act("sucker-1", new PumpAct.Speed(190));
        stack.run(5 * SECOND);
        stack.act("sucker-1", new PumpAct.Speed(20));
        stack.run(5 * SECOND);
        assertThat(stack.speedRpm("sucker-1")).isCloseTo(20, within(0.1));
        assertThat(stack.report.sound).isEqualTo(AlarmSignal.SILENT);
    }

    @Test
    void theCrystalloidFollowsTheBloodAtItsRatioAndStopsWithIt() {
        startFlow();
        int blood = stack.pump("cardioplegia-blood");
        int crystalloid = stack.pump("cardioplegia-crystalloid");
        stack.act("cardioplegia-crystalloid", new PumpAct.Follow(4));
        stack.act("cardioplegia-blood", new PumpAct.Flow(160));
        stack.run(10 * SECOND);
        assertThat(stack.snapshot.computedFlowMlPerMin[blood]).isCloseTo(160, within(0.5));
        assertThat(stack.snapshot.computedFlowMlPerMin[crystalloid]).isCloseTo(40, within(0.2));

        stack.act("cardioplegia-blood", new PumpAct.Flow(80));
        stack.run(5 * SECOND);
        assertThat(stack.snapshot.computedFlowMlPerMin[crystalloid]).isCloseTo(20, within(0.2));

        stack.act("cardioplegia-blood", new PumpAct.Stop());
        stack.run(5 * SECOND);
        assertThat(stack.speedRpm(crystalloid)).isCloseTo(0, within(1e-6));
        assertThat(stack.snapshot.mode[crystalloid])
                .as("it waits for its leader")
                .isEqualTo(PumpMode.FOLLOWER);
        stack.act("cardioplegia-blood", new PumpAct.Flow(80));
        stack.run(5 * SECOND);
        assertThat(stack.snapshot.computedFlowMlPerMin[crystalloid]).isCloseTo(20, within(0.2));
    }

    @Test
    void aLostFlowProbeIsNothingToARoller() {
        startFlow();
        stack.happen("flow-arterial.unplugged", 0);
        stack.run(5 * SECOND);
        assertThat(stack.snapshot.mode[0]).isEqualTo(PumpMode.FLOW);
        assertThat(stack.speedRpm(0)).isCloseTo(SET_RPM, within(0.1));
    }
}
