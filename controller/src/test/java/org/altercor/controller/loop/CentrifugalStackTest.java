package org.altercor.controller.loop;

import static org.altercor.controller.loop.Stack.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.altercor.controller.operator.PumpAct;
import org.altercor.hal.port.LineClamp;
import org.altercor.hal.port.Reading;
import org.altercor.safety.supervise.Answer;
import org.altercor.safety.supervise.Limiter;
import org.altercor.safety.supervise.PumpMode;
import org.altercor.safety.supervise.StopState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Modes of the centrifugal arterial pump of the shipped adult bypass, with its probe and its clamp: both loops over
/// the twin, asked as an operator asks.
class CentrifugalStackTest {
    private static final double PROBE_ERROR_ML_PER_MIN = 60;
    private static final double BACKFLOW_ML_PER_MIN = -100;

    private final Stack stack = new Stack("adult-bypass-centrifugal");

    private void startFlow(double mlPerMin) {
        stack.start(1);
        stack.act("arterial", new PumpAct.Flow(mlPerMin));
        stack.run(20 * SECOND);
        assertThat(stack.snapshot.answer[0]).isEqualTo(Answer.ACCEPTED);
        assertThat(stack.snapshot.mode[0]).isEqualTo(PumpMode.FLOW);
    }

    private double closedPercent() {
        LineClamp clamp = stack.rig.outputs().clamps().values().iterator().next();
        var position = new Reading();
        clamp.readClosedPercent(position);
        return position.value();
    }

    @ParameterizedTest(name = "{0} mL/min")
    @ValueSource(doubles = {1_000, 2_500, 4_000})
    void aFlowThatIsAskedForIsGivenByTheProbe(double mlPerMin) {
        startFlow(mlPerMin);
        double probedMlPerMin = stack.meanMlPerMin(10);
        System.out.printf("centrifugal: set %.0f, probed %.0f mL/min%n", mlPerMin, probedMlPerMin);
        assertThat(probedMlPerMin).isCloseTo(mlPerMin, within(mlPerMin * 0.03 + PROBE_ERROR_ML_PER_MIN));
        assertThat(stack.snapshot.computedFlowMlPerMin[0])
                .as("it has no stroke volume")
                .isNaN();
        assertThat(stack.snapshot.deliveredMl[0]).isNaN();
    }

    @ParameterizedTest(name = "{0} mL/min")
    @ValueSource(doubles = {500, 4_000})
    void neitherStartNorStopLetsBloodRunBackwards(double mlPerMin) {
        stack.start(1);
        assertThat(closedPercent()).as("its line is shut while it stands").isGreaterThan(95);
        stack.act("arterial", new PumpAct.Flow(mlPerMin));
        double atStartMlPerMin = stack.lowestMlPerMin(10 * SECOND);
        assertThat(closedPercent()).isLessThan(5);
        stack.act("arterial", new PumpAct.Stop());
        double atStopMlPerMin = stack.lowestMlPerMin(5 * SECOND);
        System.out.printf(
                "centrifugal, %.0f mL/min: lowest flow %.0f at the start, %.0f at the stop%n",
                mlPerMin, atStartMlPerMin, atStopMlPerMin);
        assertThat(atStartMlPerMin).isGreaterThan(BACKFLOW_ML_PER_MIN);
        assertThat(atStopMlPerMin).isGreaterThan(BACKFLOW_ML_PER_MIN);
        assertThat(stack.speedRpm(0)).isCloseTo(0, within(1e-6));
        assertThat(closedPercent()).isGreaterThan(95);
    }

    @Test
    void aHeadThatIsAskedToStandKeepsItsLineUntilTheClampIsShut() {
        startFlow(2_500);
        stack.happen("clamp-arterial.stuck", 0);
        stack.act("arterial", new PumpAct.Speed(0)); // not by the supervisor: a knob turned to zero
        double lowestMlPerMin = stack.lowestMlPerMin(20 * SECOND);
        assertThat(stack.snapshot.mode[0]).isEqualTo(PumpMode.STOPPED);
        assertThat(stack.speedRpm(0)).as("the line is open").isGreaterThan(1_500);
        assertThat(lowestMlPerMin).isGreaterThan(BACKFLOW_ML_PER_MIN);
        stack.happen("clamp-arterial.none", 0);
        stack.run(5 * SECOND);
        assertThat(closedPercent()).isGreaterThan(95);
        assertThat(stack.speedRpm(0)).isCloseTo(0, within(1e-6));
    }

    @Test
    void aProbeThatIsUnpluggedLeavesTheSpeedAndEndsFlowModeForGood() {
        startFlow(2_500);
        double beforeRpm = stack.snapshot.commandedRpm[0];
        stack.happen("flow-arterial.unplugged", 0);
        stack.run(5 * SECOND);
        assertThat(stack.snapshot.mode[0]).isEqualTo(PumpMode.SPEED);
        assertThat(stack.snapshot.limiter[0]).isEqualTo(Limiter.SENSOR_LOST);
        assertThat(stack.snapshot.commandedRpm[0]).isCloseTo(beforeRpm, within(15.0));
        double heldRpm = stack.snapshot.commandedRpm[0];
        stack.run(20 * SECOND);
        assertThat(stack.snapshot.commandedRpm[0]).isEqualTo(heldRpm);

        stack.happen("flow-arterial.none", 0);
        stack.run(5 * SECOND);
        assertThat(stack.snapshot.mode[0]).as("it does not come back by itself").isEqualTo(PumpMode.SPEED);
        stack.act("arterial", new PumpAct.Flow(2_000));
        stack.run(20 * SECOND);
        assertThat(stack.snapshot.mode[0]).isEqualTo(PumpMode.FLOW);
        assertThat(stack.snapshot.limiter[0]).isEqualTo(Limiter.NONE);
    }

    @Test
    void withoutAProbeNoFlowCanBeAskedFor() {
        stack.start(1);
        stack.act("arterial", new PumpAct.Speed(3_000));
        stack.run(5 * SECOND);
        stack.happen("flow-arterial.unplugged", 0);
        stack.run(SECOND);
        stack.act("arterial", new PumpAct.Flow(2_000));
        stack.run(SECOND);
        assertThat(stack.snapshot.answer[0]).isEqualTo(Answer.SENSOR_MISSING);
        assertThat(stack.snapshot.mode[0]).isEqualTo(PumpMode.SPEED);
    }

    @ParameterizedTest(name = "from {0} mL/min")
    @ValueSource(doubles = {0, 2_500, 4_000})
    void zeroFlowHoldsTheFlowWithinTheBandOfTheProfile(double mlPerMin) {
        stack.start(1);
        if (mlPerMin > 0) {
            stack.act("arterial", new PumpAct.Flow(mlPerMin));
            stack.run(20 * SECOND);
        }
        stack.act("arterial", new PumpAct.ZeroFlow());
        double lowestMlPerMin = stack.lowestMlPerMin(45 * SECOND);
        double heldMlPerMin = stack.meanMlPerMin(15);
        System.out.printf(
                "zero flow from %.0f: %.0f mL/min, lowest on the way %.0f%n", mlPerMin, heldMlPerMin, lowestMlPerMin);
        assertThat(stack.snapshot.mode[0]).isEqualTo(PumpMode.ZERO_FLOW);
        assertThat(stack.report.stop[0]).isEqualTo(StopState.NONE);
        assertThat(heldMlPerMin)
                .isBetween(
                        stack.machine.profile().centrifugal().zeroFlowLowMlPerMin(),
                        stack.machine.profile().centrifugal().zeroFlowHighMlPerMin());
        assertThat(lowestMlPerMin).isGreaterThan(BACKFLOW_ML_PER_MIN);
    }

    @Test
    void airClampsTheLineAndTheHeadHoldsItUntilItHasHeldAShutLineLongEnough() {
        startFlow(2_500);
        stack.happen("arterial-filter.traps-air-percent", 0);
        stack.happen("arterial-line.air-ml", 5);
        stack.run(5 * SECOND);
        assertThat(stack.report.stop[0]).isEqualTo(StopState.CLAMPED);
        assertThat(closedPercent()).isGreaterThan(95);
        assertThat(stack.snapshot.mode[0]).isEqualTo(PumpMode.ZERO_FLOW);
        assertThat(stack.speedRpm(0)).isGreaterThan(1_500);
        stack.run(30 * SECOND);
        assertThat(stack.speedRpm(0))
                .as("never longer than 30 s against a shut line")
                .isCloseTo(0, within(1e-6));
        assertThat(stack.snapshot.mode[0]).isEqualTo(PumpMode.STOPPED);
        assertThat(closedPercent()).isGreaterThan(95);
    }

    @Test
    void aLineThatIsShutByHandSlowsTheHeadAndNeverBelowWhatHoldsAPatient() {
        startFlow(4_000);
        for (int percent = 80; percent <= 100; percent++) { // a clamp that is screwed down, not snapped shut
            stack.happen("arterial-cannula.closed-percent", percent);
            stack.run(SECOND / 5);
        }
        stack.run(30 * SECOND);
        System.out.printf(
                "centrifugal, line shut by hand: %.0f rpm, %.0f mmHg%n",
                stack.snapshot.commandedRpm[0], stack.linePressureMmHg());
        assertThat(stack.linePressureMmHg()).isLessThan(310);
        assertThat(stack.snapshot.commandedRpm[0]).isGreaterThan(2_239);
        assertThat(stack.report.stop[0]).isEqualTo(StopState.NONE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"arterial.decoupled, 0", "arterial.air-ml, 60"})
    void aHeadThatMovesNothingIsNoticedAndNotDrivenFaster(String what, double amount) {
        startFlow(2_500);
        assertThat(stack.snapshot.isDeprimed[0]).isFalse();
        double beforeRpm = stack.snapshot.commandedRpm[0];
        stack.happen(what, amount);
        boolean wasNoticed = false;
        double highestRpm = 0;
        for (int i = 0; i < 30; i++) {
            stack.run(SECOND / 10);
            wasNoticed |= stack.snapshot.isDeprimed[0];
            highestRpm = Math.max(highestRpm, stack.snapshot.commandedRpm[0]);
        }
        System.out.printf("centrifugal, %s: %.0f rpm, at most %.0f%n", what, beforeRpm, highestRpm);
        assertThat(wasNoticed).isTrue();
        assertThat(highestRpm).isLessThan(beforeRpm * 1.15);
    }

    @Test
    void aHeadWhoseLineIsShutByHandIsNotTakenForOneThatMovesNothing() {
        startFlow(2_500);
        for (int percent = 80; percent <= 100; percent++) {
            stack.happen("arterial-cannula.closed-percent", percent);
            stack.run(SECOND / 5);
            assertThat(stack.snapshot.isDeprimed[0]).isFalse();
        }
        for (int i = 0; i < 50; i++) {
            stack.run(SECOND / 10);
            assertThat(stack.snapshot.isDeprimed[0]).isFalse();
        }
    }
}
