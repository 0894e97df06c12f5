package org.altercor.controller.loop;

import static org.altercor.controller.loop.Stack.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.altercor.hal.port.AlarmSignal;
import org.altercor.hal.port.Reading;
import org.altercor.safety.interlock.Interlock;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.supervise.InterlockState;
import org.altercor.safety.supervise.StopState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The supervisor over the twin of circuit and patient: what trips, and what an ordinary case does not trip.
class SupervisedTwinTest {
    private static final String ROLLER = "adult-bypass";
    private static final String CENTRIFUGAL = "adult-bypass-centrifugal";

    private static Stack started(String machine, long seed, double arterialRpm) {
        var stack = new Stack(machine);
        stack.start(seed);
        stack.turn(arterialRpm, 15);
        assertThat(active(stack)).as("all is well").isEmpty();
        return stack;
    }

    private static List<InterlockInstance> active(Stack stack) {
        List<InterlockInstance> all = InterlockInstance.of(stack.machine, stack.loops.layout());
        return all.stream()
                .filter(each -> switch (stack.report.interlock[all.indexOf(each)]) {
                    case ACTIVE, LATCHED, UNKNOWN -> true;
                    case CLEAR, PENDING -> false;
                })
                .toList();
    }

    private static InterlockState state(Stack stack, Interlock interlock) {
        List<InterlockInstance> all = InterlockInstance.of(stack.machine, stack.loops.layout());
        return all.stream()
                .filter(each -> each.interlock() == interlock)
                .map(each -> stack.report.interlock[all.indexOf(each)])
                .findFirst()
                .orElseThrow();
    }

    private static void outside(Stack stack, String act, double amount) {
        stack.rig.outside().orElseThrow().perform(act, amount);
    }

    private static double flowMlPerMin(Stack stack) {
        var flow = new Reading();
        stack.rig.sensors().flow().get("flow-arterial").readMlPerMin(flow);
        return flow.value();
    }

    private static void assertQuietFor(Stack stack, int seconds, String when) {
        for (int i = 0; i < seconds * 10; i++) {
            stack.run(SECOND / 10);
            assertThat(active(stack)).as("%s, after %s ms", when, i * 100).isEmpty();
            assertThat(stack.report.sound).isEqualTo(AlarmSignal.SILENT);
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({
        "adult-bypass, 1, 90",
        "adult-bypass, 2, 90",
        "adult-bypass-centrifugal, 1, 3000",
        "adult-bypass-centrifugal, 2, 3000"
    })
    void anOrdinaryCaseTripsNothing(String machine, long seed, double fullRpm) {
        Stack stack = started(machine, seed, fullRpm * 0.8);
        assertQuietFor(stack, 5, "on the way");
        stack.ask("arterial", fullRpm);
        assertQuietFor(stack, 10, "at full flow");
        stack.ask("cardioplegia-blood", 0);
        stack.ask("cardioplegia-crystalloid", 0);
        assertQuietFor(stack, 5, "after the dose");
        stack.ask("arterial", fullRpm * 0.75);
        assertQuietFor(stack, 10, "slowed down");
        stack.ask("arterial", 0);
        assertQuietFor(stack, 10, "at rest");
        stack.ask("arterial", fullRpm * 0.8);
        assertQuietFor(stack, 10, "and on again");
        stack.stop("arterial");
        assertQuietFor(stack, 5, "stopped by the operator");
        assertThat(stack.report.stop[0]).isEqualTo(StopState.NONE);
        assertThat(Arrays.stream(stack.report.trips).sum()).isZero();
    }

    @Test
    void airStopsTheRollerOfTheTwinAndItsResetStartsNothing() {
        Stack stack = started(ROLLER, 1, 60);
        outside(stack, "arterial-line.air-ml", 1);
        stack.run(2 * SECOND);
        assertThat(state(stack, Interlock.LINE_AIR)).isNotEqualTo(InterlockState.CLEAR);
        assertThat(stack.report.stop[0]).isEqualTo(StopState.STANDING);
        assertThat(stack.speedRpm("arterial")).isCloseTo(0, within(0.5));
        assertThat(stack.speedRpm("cardioplegia-blood")).isCloseTo(0, within(0.5));
        assertThat(stack.speedRpm("vent")).isCloseTo(15, within(0.5));
        assertThat(state(stack, Interlock.STILL_TURNING)).as("it stood in time").isEqualTo(InterlockState.CLEAR);

        outside(stack, "arterial-line.air-ml", 0);
        stack.run(2 * SECOND);
        stack.reset();
        stack.run(5 * SECOND);
        assertThat(stack.speedRpm("arterial")).isCloseTo(0, within(0.5));
    }

    @Test
    void airClampsTheCentrifugalLineOfTheTwinAndItsFlowEnds() {
        Stack stack = started(CENTRIFUGAL, 1, 2_800);
        assertThat(flowMlPerMin(stack)).isGreaterThan(1_000);
        outside(stack, "arterial-line.air-ml", 1);
        stack.run(2 * SECOND);
        assertThat(stack.report.stop[0]).isEqualTo(StopState.CLAMPED);
        assertThat(stack.report.lineShut[0]).isTrue();
        assertThat(stack.report.stoTripped).doesNotContain(true);
        assertThat(Math.abs(flowMlPerMin(stack))).isLessThan(300);
        assertThat(state(stack, Interlock.CLAMP_ASTRAY)).isEqualTo(InterlockState.CLEAR);
    }

    @Test
    void aCableThatIsOutHoldsTheArterialPumpOfTheTwin() {
        Stack stack = started(ROLLER, 1, 60);
        outside(stack, "arterial.silent-line", 0);
        stack.run(5 * SECOND);
        assertThat(state(stack, Interlock.BUS_LOST)).isEqualTo(InterlockState.ACTIVE);
        assertThat(stack.report.stop[0]).isEqualTo(StopState.NONE);
        assertThat(stack.report.stoTripped).doesNotContain(true);
        assertThat(flowMlPerMin(stack)).as("it pumps on").isGreaterThan(1_500);
    }
}
