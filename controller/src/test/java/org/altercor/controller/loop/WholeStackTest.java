package org.altercor.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.altercor.config.Calibration.Displacement;
import org.altercor.config.Machine;
import org.altercor.config.Pump;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.rig.Rig;
import org.altercor.hal.rig.RigBinder;
import org.altercor.hal.rig.UnboundDriverException;
import org.altercor.hal.time.DeterministicExecutor;
import org.altercor.hal.time.ThreadRole;
import org.altercor.safety.frame.FrameEncoder;
import org.altercor.safety.frame.FrameLayout;
import org.altercor.safety.supervise.ControlSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both loops, leases and twin drives of the shipped adult bypass under the deterministic executor.
class WholeStackTest {
    private static final long SECOND = 1_000_000_000;

    private final Machine machine;
    private final SupervisorBeat beat = LoopPair.newBeat();
    private final Rig rig;
    private final LoopPair loops;
    private final SpeedRequests asked;
    private DeterministicExecutor executor = new DeterministicExecutor(1);
    private boolean controlLives = true;
    private boolean supervisorLives = true;

    WholeStackTest() throws UnboundDriverException {
        machine = ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine("adult-bypass")).machine();
        rig = RigBinder.bind(machine, beat);
        loops = LoopPair.over(machine, rig, beat);
        asked = new SpeedRequests(machine.pumps().size());
    }

    private void start(long seed) {
        executor = new DeterministicExecutor(seed);
        rig.scheduleOn(executor);
        executor.every(ThreadRole.SUPERVISOR, "supervisor", LoopPair.SUPERVISOR_PERIOD_NANOS, now -> {
            if (supervisorLives) {
                loops.supervisor().cycle(now);
            }
        });
        executor.every(ThreadRole.CONTROL, "control", LoopPair.CONTROL_PERIOD_NANOS, now -> {
            if (controlLives) {
                loops.control().cycle(now);
            }
        });
        executor.runFor(SECOND / 2);
    }

    private void allTurnAt(double speedRpm) {
        for (int pump = 0; pump < asked.id.length; pump++) {
            asked.id[pump]++;
            asked.speedRpm[pump] = speedRpm;
        }
        loops.requests().publish(asked);
    }

    private double speedRpm(int pump) {
        var reading = new Reading();
        rig.drives().get(pump).readSpeedRpm(reading);
        assertThat(reading.quality()).isEqualTo(Quality.GOOD);
        return reading.value();
    }

    private void assertEach(String when, ToDoubleFunction<Pump> expectedRpm) {
        for (int i = 0; i < machine.pumps().size(); i++) {
            Pump pump = machine.pumps().get(i);
            assertThat(speedRpm(i))
                    .as("%s %s", pump.name(), when)
                    .isCloseTo(expectedRpm.applyAsDouble(pump), within(0.5));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyPumpReachesWhatWasAskedAndTheProbeSeesWhatIsNotTakenBeforeIt(long seed) {
        start(seed);
        allTurnAt(40);
        executor.runFor(5 * SECOND);
        assertEach("after 5 s", _ -> 40);

        // 40 turns of 45 mL, less 40 of 8.1 mL to the heart, less some 100 mL/min through the purge line
        assertThat(meanFlowMlPerMin()).isBetween(1_300.0, 1_476.0);
    }

    /// Over six seconds: the head pulses.
    private double meanFlowMlPerMin() {
        double sum = 0;
        for (int i = 0; i < 60; i++) {
            executor.runFor(SECOND / 10);
            var flow = new Reading();
            rig.sensors().flow().get("flow-arterial").readMlPerMin(flow);
            assertThat(flow.quality()).isEqualTo(Quality.GOOD);
            sum += flow.value();
        }
        return sum / 60;
    }

    @Test
    void noRollerPumpsMoreThanTheProfileAllowsItsRoleThoughTheMachineAllowsTheSpeed() {
        start(1);
        for (int i = 0; i < asked.id.length; i++) {
            asked.id[i]++;
            asked.speedRpm[i] = machine.pumps().get(i).maxSpeedRpm();
        }
        loops.requests().publish(asked);
        executor.runFor(5 * SECOND);

        assertThat(machine.pumps().getFirst().maxSpeedRpm()).isEqualTo(180);
        assertThat(speedRpm(0)).as("7 L/min at 45 mL/rev").isCloseTo(155.6, within(0.5));
        // less 80 turns of 8.1 mL to the heart, less the purge line
        assertThat(meanFlowMlPerMin()).isBetween(5_800.0, 6_352.0);
        for (int i = 0; i < asked.id.length; i++) {
            Pump pump = machine.pumps().get(i);
            var stroke = (Displacement.Stroke) pump.calibration().displacement();
            assertThat(speedRpm(i) * stroke.strokeVolumeMl())
                    .as("%s, mL/min", pump.name())
                    .isLessThan(machine.profile().maxFlow().of(pump.role()) * 1.005);
        }
    }

    @Test
    void aPumpWhoseHighestSpeedGivesLessReachesIt() {
        start(1);
        allTurnAt(60);
        executor.runFor(5 * SECOND);
        assertEach("below every limit of flow", _ -> 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whenTheControlLoopDiesEachRoleDoesWhatItsTableSays(long seed) {
        start(seed);
        allTurnAt(40);
        executor.runFor(5 * SECOND);
        controlLives = false;

        executor.runFor(2 * SECOND);
        assertEach("2 s later", pump -> switch (pump.role()) {
            case ARTERIAL, VENT, SUCTION -> 40;
            case CARDIOPLEGIA, HAEMOFILTRATION -> 0;
        });
        executor.runFor(10 * SECOND);
        assertEach("12 s later", pump -> switch (pump.role()) {
            case ARTERIAL -> 40;
            case CARDIOPLEGIA, HAEMOFILTRATION, VENT, SUCTION -> 0;
        });
    }

    @Test
    void whenTheSupervisorDiesEveryPumpRunsOnAndNoneCanBeRaised() {
        start(1);
        allTurnAt(40);
        executor.runFor(5 * SECOND);
        supervisorLives = false;
        executor.runFor(SECOND);
        allTurnAt(50);
        executor.runFor(5 * SECOND);
        assertEach("without a supervisor", _ -> 40);
    }

    @Test
    void aDoseEndsAMinuteAfterTheSupervisorDiedAndEveryOtherPumpGoesOn() {
        start(1);
        allTurnAt(40);
        executor.runFor(5 * SECOND);
        supervisorLives = false;
        executor.runFor(58 * SECOND);
        assertEach("58 s without a supervisor", _ -> 40);
        ToDoubleFunction<Pump> dosesHaveEnded = pump -> switch (pump.role()) {
            case ARTERIAL, VENT, SUCTION -> 40;
            case CARDIOPLEGIA, HAEMOFILTRATION -> 0;
        };
        executor.runFor(5 * SECOND);
        assertEach("63 s without a supervisor", dosesHaveEnded);

        supervisorLives = true;
        executor.runFor(5 * SECOND);
        assertEach("after its return", dosesHaveEnded);
    }

    @Test
    void withoutASupervisorNothingStarts() {
        supervisorLives = false;
        start(1);
        allTurnAt(40);
        executor.runFor(5 * SECOND);
        assertEach("never started", _ -> 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aStopIsStickyAndItsReleaseStartsNothing(long seed) {
        start(seed);
        allTurnAt(40);
        executor.runFor(5 * SECOND);
        rig.pumps().getFirst().stop().demand();
        executor.runFor(SECOND);
        assertThat(speedRpm(0)).isCloseTo(0, within(1e-6));
        assertThat(speedRpm(1)).as("the others go on").isCloseTo(40, within(0.5));

        rig.pumps().getFirst().stop().release();
        executor.runFor(5 * SECOND);
        assertThat(speedRpm(0)).as("released, and nobody asked").isCloseTo(0, within(1e-6));

        asked.id[0]++;
        asked.speedRpm[0] = 80;
        loops.requests().publish(asked);
        executor.runFor(5 * SECOND);
        assertThat(speedRpm(0)).isCloseTo(80, within(0.5));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aStopThatIsReleasedBeforeTheControlLoopCouldSeeItStartsNothingEither(long seed) {
        start(seed);
        allTurnAt(40);
        executor.runFor(5 * SECOND);
        rig.pumps().getFirst().stop().demand();
        executor.runFor(2_000_000); // two steps of the bus: the stop has gone out
        rig.pumps().getFirst().stop().release();
        executor.runFor(5 * SECOND);
        assertThat(speedRpm(0)).isCloseTo(0, within(1e-6));
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherSeedAnotherInterleaving() throws UnboundDriverException {
        List<byte[]> once = record(7);
        assertThat(new WholeStackTest().record(7)).usingRecursiveComparison().isEqualTo(once);
        assertThat(new WholeStackTest().record(8)).usingRecursiveComparison().isNotEqualTo(once);
    }

    private List<byte[]> record(long seed) {
        start(seed);
        allTurnAt(50);
        var frames = new ArrayList<byte[]>();
        var snapshot = new ControlSnapshot(machine.pumps().size());
        for (int i = 0; i < 300; i++) {
            executor.runFor(SECOND / 100);
            assertThat(loops.snapshots().reader().tryRead(snapshot)).isTrue();
            ByteBuffer bytes = ByteBuffer.allocate(FrameLayout.of(snapshot).bytes());
            new FrameEncoder(bytes).encode(snapshot);
            frames.add(bytes.array());
        }
        return frames;
    }
}
