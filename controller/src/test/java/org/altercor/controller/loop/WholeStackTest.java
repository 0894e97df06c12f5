package org.altercor.controller.loop;

import static org.altercor.controller.loop.Stack.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.altercor.config.Calibration.Displacement;
import org.altercor.config.Pump;
import org.altercor.config.PumpRole;
import org.altercor.hal.port.AlarmSignal;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.safety.frame.FrameEncoder;
import org.altercor.safety.frame.FrameLayout;
import org.altercor.safety.supervise.Answer;
import org.altercor.safety.supervise.ControlSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both loops, leases and twin drives of the shipped adult bypass under the deterministic executor.
class WholeStackTest {
    private static final double ARTERIAL_RPM = 40;

    /// Slow enough for both heads of the cardioplegia pair to stay below their pressure limit.
    private static final double OTHER_RPM = 15;

    private final Stack stack = new Stack("adult-bypass");

    private static double asAsked(Pump pump) {
        return pump.role() == PumpRole.ARTERIAL ? ARTERIAL_RPM : OTHER_RPM;
    }

    private void assertEach(String when, ToDoubleFunction<Pump> expectedRpm) {
        for (int i = 0; i < stack.machine.pumps().size(); i++) {
            Pump pump = stack.machine.pumps().get(i);
            assertThat(stack.speedRpm(i))
                    .as("%s %s", pump.name(), when)
                    .isCloseTo(expectedRpm.applyAsDouble(pump), within(0.5));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyPumpReachesWhatWasAskedAndTheProbeSeesWhatIsNotTakenBeforeIt(long seed) {
        stack.start(seed);
        stack.turn(ARTERIAL_RPM, OTHER_RPM);
        assertEach("after 5 s", WholeStackTest::asAsked);
        assertThat(stack.report.sound).as("nothing is wrong").isEqualTo(AlarmSignal.SILENT);

        // 40 turns of 45 mL, less 15 of 8.1 mL to the heart, less some 100 mL/min through the purge line
        assertThat(meanFlowMlPerMin()).isBetween(1_500.0, 1_678.0);
    }

    /// Over six seconds: the head pulses.
    private double meanFlowMlPerMin() {
        double sum = 0;
        for (int i = 0; i < 60; i++) {
            stack.run(SECOND / 10);
            var flow = new Reading();
            stack.rig.sensors().flow().get("flow-arterial").readMlPerMin(flow);
            assertThat(flow.quality()).isEqualTo(Quality.GOOD);
            sum += flow.value();
        }
        return sum / 60;
    }

    @Test
    void noRollerPumpsMoreThanTheProfileAllowsItsRoleThoughTheMachineAllowsTheSpeed() {
        stack.start(1);
        for (int i = 0; i < stack.machine.pumps().size(); i++) {
            stack.asked.askSpeed(i, stack.machine.pumps().get(i).maxSpeedRpm());
        }
        stack.loops.requests().publish(stack.asked);
        stack.run(SECOND);

        assertThat(stack.machine.pumps().getFirst().maxSpeedRpm()).isEqualTo(180);
        assertThat(stack.snapshot.commandedRpm[0]).as("7 L/min at 45 mL/rev").isCloseTo(155.6, within(0.1));
        for (int i = 0; i < stack.machine.pumps().size(); i++) {
            Pump pump = stack.machine.pumps().get(i);
            var stroke = (Displacement.Stroke) pump.calibration().displacement();
            assertThat(stack.snapshot.commandedRpm[i] * stroke.strokeVolumeMl())
                    .as("%s, mL/min", pump.name())
                    .isLessThan(stack.machine.profile().maxFlow().of(pump.role()) * 1.005);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whenTheControlLoopDiesEachRoleDoesWhatItsTableSays(long seed) {
        stack.start(seed);
        stack.turn(ARTERIAL_RPM, OTHER_RPM);
        stack.controlLives = false;

        stack.run(2 * SECOND);
        assertEach("2 s later", pump -> switch (pump.role()) {
            case ARTERIAL, VENT, SUCTION -> asAsked(pump);
            case CARDIOPLEGIA, HAEMOFILTRATION -> 0;
        });
        stack.run(10 * SECOND);
        assertEach("12 s later", pump -> switch (pump.role()) {
            case ARTERIAL -> asAsked(pump);
            case CARDIOPLEGIA, HAEMOFILTRATION, VENT, SUCTION -> 0;
        });
    }

    @Test
    void theStopOfTheOperatorIsObeyedThoughTheControlLoopHangs() {
        stack.start(1);
        stack.turn(ARTERIAL_RPM, OTHER_RPM);
        stack.controlLives = false;
        stack.run(SECOND);
        stack.stop("arterial");
        stack.run(SECOND);
        assertThat(stack.speedRpm("arterial")).isCloseTo(0, within(1e-6));
    }

    @Test
    void whenTheSupervisorDiesEveryPumpRunsOnAndNoneCanBeRaised() {
        stack.start(1);
        stack.turn(ARTERIAL_RPM, OTHER_RPM);
        stack.supervisorLives = false;
        stack.run(SECOND);
        stack.turn(50, 20);
        assertEach("without a supervisor", WholeStackTest::asAsked);
        assertThat(stack.snapshot.supervisorAlive).isFalse();
    }

    @Test
    void aDoseEndsAMinuteAfterTheSupervisorDiedAndEveryOtherPumpGoesOn() {
        stack.start(1);
        stack.turn(ARTERIAL_RPM, OTHER_RPM);
        stack.supervisorLives = false;
        stack.run(58 * SECOND);
        assertEach("58 s without a supervisor", WholeStackTest::asAsked);
        ToDoubleFunction<Pump> dosesHaveEnded = pump -> switch (pump.role()) {
            case ARTERIAL, VENT, SUCTION -> asAsked(pump);
            case CARDIOPLEGIA, HAEMOFILTRATION -> 0;
        };
        stack.run(5 * SECOND);
        assertEach("63 s without a supervisor", dosesHaveEnded);

        stack.supervisorLives = true;
        stack.run(5 * SECOND);
        assertEach("after its return", dosesHaveEnded);
    }

    @Test
    void withoutASupervisorNothingStarts() {
        stack.supervisorLives = false;
        stack.start(1);
        stack.turn(ARTERIAL_RPM, OTHER_RPM);
        assertEach("never started", _ -> 0);
        assertThat(stack.snapshot.answer[0]).isEqualTo(Answer.START_NOT_PERMITTED);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aStopOfTheOperatorEndsWhenTheShaftStandsAndStartsNothing(long seed) {
        stack.start(seed);
        stack.turn(ARTERIAL_RPM, OTHER_RPM);
        stack.stop("vent");
        stack.run(SECOND);
        assertThat(stack.speedRpm("vent")).isCloseTo(0, within(1e-6));
        assertThat(stack.speedRpm("sucker-1")).as("the others go on").isCloseTo(OTHER_RPM, within(0.5));

        stack.run(5 * SECOND);
        assertThat(stack.speedRpm("vent")).as("free again, and nobody asked").isCloseTo(0, within(1e-6));
        assertThat(stack.report.stopDemanded[stack.pump("vent")]).isFalse();

        stack.ask("vent", 80);
        stack.run(5 * SECOND);
        assertThat(stack.speedRpm("vent")).isCloseTo(80, within(0.5));
    }

    @Test
    void cardioplegiaStopsWithTheArterialPumpAndDoesNotComeBackByItself() {
        stack.start(1);
        stack.turn(ARTERIAL_RPM, OTHER_RPM);
        stack.stop("arterial");
        stack.run(2 * SECOND);
        assertThat(stack.speedRpm("cardioplegia-blood")).isCloseTo(0, within(1e-6));
        assertThat(stack.speedRpm("vent")).isCloseTo(OTHER_RPM, within(0.5));

        stack.ask("arterial", 40);
        stack.run(5 * SECOND);
        assertThat(stack.speedRpm("arterial")).isCloseTo(40, within(0.5));
        assertThat(stack.speedRpm("cardioplegia-blood")).isCloseTo(0, within(1e-6));
        stack.reset();
        stack.run(5 * SECOND);
        assertThat(stack.speedRpm("cardioplegia-blood"))
                .as("a reset starts nothing")
                .isCloseTo(0, within(1e-6));
        stack.ask("cardioplegia-blood", 20);
        stack.run(5 * SECOND);
        assertThat(stack.speedRpm("cardioplegia-blood")).isCloseTo(20, within(0.5));
    }

    @Test
    void neitherLoopAllocatesInASteadyCycle() {
        stack.start(1);
        stack.turn(ARTERIAL_RPM, OTHER_RPM);
        stack.executor.runFor(20 * SECOND); // warm
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long leastBytes = Long.MAX_VALUE;
        for (int window = 0; window < 5; window++) { // a compiler that is still at work may allocate in some of them
            long before = threads.getCurrentThreadAllocatedBytes();
            stack.executor.runFor(2 * SECOND);
            leastBytes = Math.min(leastBytes, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(leastBytes).as("bytes in 600 cycles").isZero();
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherSeedAnotherInterleaving() {
        List<byte[]> once = record(7);
        assertThat(new WholeStackTest().record(7)).usingRecursiveComparison().isEqualTo(once);
        assertThat(new WholeStackTest().record(8)).usingRecursiveComparison().isNotEqualTo(once);
    }

    private List<byte[]> record(long seed) {
        stack.start(seed);
        stack.ask("arterial", 50);
        var frames = new ArrayList<byte[]>();
        var snapshot = new ControlSnapshot(stack.machine.pumps().size());
        for (int i = 0; i < 300; i++) {
            stack.executor.runFor(SECOND / 100);
            assertThat(stack.loops.cells().control().reader().tryRead(snapshot)).isTrue();
            ByteBuffer bytes = ByteBuffer.allocate(FrameLayout.of(snapshot).bytes());
            new FrameEncoder(bytes).encode(snapshot);
            frames.add(bytes.array());
        }
        return frames;
    }
}
