package org.altercor.controller.loop;

import static org.altercor.controller.loop.Stack.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.altercor.controller.operator.PumpAct;
import org.altercor.safety.setting.SettingAnswer;
import org.altercor.safety.setting.SettingSlot;
import org.altercor.safety.supervise.Limiter;
import org.altercor.safety.supervise.StopState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the operator sets reaches both loops: over the twin, set as an operator sets it.
class SettingsStackTest {
    private static final String WARN = "line-pressure-warning.pressure-line";
    private static final String STOP = "line-pressure-stop.pressure-line";

    private static SettingAnswer answer(Stack stack, String setting) {
        return stack.report.settings.answer[slot(stack, setting)];
    }

    private static int slot(Stack stack, String setting) {
        return stack.loops.settings().stream().map(SettingSlot::name).toList().indexOf(setting);
    }

    /// A roller that pumps 5 L/min through a cannula: the highest pressure of its line in ten seconds, in mmHg.
    private static double pumpAtFive(Stack stack) {
        stack.act("arterial", new PumpAct.Flow(5_000));
        stack.run(20 * SECOND);
        double highestMmHg = 0;
        for (int i = 0; i < 1_000; i++) {
            stack.run(SECOND / 100);
            highestMmHg = Math.max(highestMmHg, stack.linePressureMmHg());
        }
        return highestMmHg;
    }

    @Test
    void aLowerStopTakesTheRegulationWithItSoThatThePumpSlowsDownBeforeItIsStopped() {
        var usual = new Stack("adult-bypass");
        usual.start(1);
        double usualMmHg = pumpAtFive(usual);
        assertThat(usual.snapshot.limiter[usual.pump("arterial")]).isEqualTo(Limiter.NONE);

        var lowered = new Stack("adult-bypass");
        lowered.start(1);
        // The profile slows 50 mmHg below its stop: so that 20 mmHg of what this line has are too much.
        double stopMmHg = Math.rint(usualMmHg) + 30;
        lowered.set(WARN, 150);
        lowered.set(STOP, stopMmHg);
        lowered.run(SECOND);
        assertThat(answer(lowered, STOP)).isEqualTo(SettingAnswer.ACCEPTED);
        double regulatedMmHg = pumpAtFive(lowered);
        System.out.printf("line pressure %.0f mmHg; with a stop at %.0f: %.0f%n", usualMmHg, stopMmHg, regulatedMmHg);

        int arterial = lowered.pump("arterial");
        assertThat(lowered.snapshot.limiter[arterial]).isEqualTo(Limiter.LINE_PRESSURE);
        assertThat(lowered.report.stop[arterial]).isEqualTo(StopState.NONE);
        assertThat(regulatedMmHg).isLessThan(usualMmHg);
        assertThat(lowered.speedRpm("arterial")).isLessThan(usual.speedRpm("arterial"));
    }

    @ParameterizedTest(name = "factor {0}")
    @ValueSource(doubles = {1, 1.25, 0.8})
    void aFlowFactorChangesWhatACentrifugalPumpGives(double factor) {
        var stack = new Stack("adult-bypass-centrifugal");
        stack.start(1);
        if (factor != 1) {
            stack.set("flow-factor.flow-arterial", factor);
        }
        stack.act("arterial", new PumpAct.Flow(2_500));
        stack.run(20 * SECOND);
        assertThat(stack.meanMlPerMin(10)).isCloseTo(2_500 / factor, within(2_500 / factor * 0.03 + 60));
    }

    @Test
    void aPressureIsZeroedWhileThePumpsStandAndNotWhileTheyTurn() {
        var stack = new Stack("adult-bypass");
        stack.start(1);
        String zero = "pressure-zero.pressure-reservoir";
        stack.set(zero, 0);
        stack.run(3 * SECOND);
        assertThat(answer(stack, zero)).isEqualTo(SettingAnswer.ACCEPTED);

        stack.turn(60, 20);
        stack.set(zero, 0);
        stack.run(3 * SECOND);
        assertThat(answer(stack, zero)).isEqualTo(SettingAnswer.NOT_WHILE_TURNING);
    }
}
