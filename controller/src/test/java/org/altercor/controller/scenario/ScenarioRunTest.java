package org.altercor.controller.scenario;

import static org.altercor.controller.scenario.Scenarios.drive;
import static org.altercor.controller.scenario.Scenarios.expect;
import static org.altercor.controller.scenario.Scenarios.fault;
import static org.altercor.controller.scenario.Scenarios.leak;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.altercor.config.scenario.Act;
import org.altercor.config.scenario.Scenario;
import org.altercor.controller.scenario.Scenarios.Claim;
import org.junit.jupiter.api.Test;

class ScenarioRunTest {
    private static final double ANY = Double.POSITIVE_INFINITY;

    private final LaggingWorld world = new LaggingWorld();

    private ScenarioResult run(Scenario scenario) {
        var run = new ScenarioRun(scenario, world, Recorder.NONE);
        run.begin();
        while (!run.isOver()) {
            run.step();
        }
        return run.result(1_000_000);
    }

    private double value(ScenarioResult result, String signal) {
        return result.finalValues().stream()
                .filter(each -> each.name().equals(signal))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void aDrivenPumpComesToSpeedAndIsCommandedAgainForAsLongAsTheScenarioLasts() {
        ScenarioResult result = run(Scenarios.named("drive").at(0, drive(60)).lasting(5));
        assertThat(value(result, "arterial.speed-rpm")).isCloseTo(60, within(0.01));
        assertThat(world.leasesRunOut).isZero();
        assertThat(world.longestLeaseNanos).isEqualTo(100_000_000);
        assertThat(world.commands).hasSizeBetween(500, 510);
    }

    @Test
    void everyStartGoesThroughACommandOfZero() {
        run(Scenarios.named("drive").at(0, drive(60)).lasting(0.1));
        assertThat(world.commands.getFirst()).isZero();
        assertThat(world.commands.getLast()).isEqualTo(60);
    }

    @Test
    void aStopHoldsAgainstTheOldSpeedAndItsReleaseStartsNothing() {
        ScenarioResult result = run(Scenarios.named("stop")
                .at(0, drive(60))
                .at(2, new Act.Stop("arterial", true))
                .at(4, new Act.Stop("arterial", false))
                .lasting(6));
        assertThat(world.acts).containsExactly("stop", "release");
        assertThat(value(result, "arterial.speed-rpm")).isCloseTo(0, within(0.01));
        assertThat(world.commands.getLast()).isZero();
    }

    @Test
    void aSpeedAskedForDuringAStopIsForgottenByTheRelease() {
        ScenarioResult result = run(Scenarios.named("stop")
                .at(0, new Act.Stop("arterial", true))
                .at(1, drive(60))
                .at(2, new Act.Stop("arterial", false))
                .lasting(4));
        assertThat(world.commands).contains(60.0);
        assertThat(world.commands.getLast()).isZero();
        assertThat(value(result, "arterial.speed-rpm")).isZero();
    }

    @Test
    void aFreshSpeedAfterTheReleaseStartsThePump() {
        ScenarioResult result = run(Scenarios.named("stop")
                .at(0, new Act.Stop("arterial", true))
                .at(2, new Act.Stop("arterial", false))
                .at(2, drive(60))
                .lasting(4));
        assertThat(value(result, "arterial.speed-rpm")).isCloseTo(60, within(0.01));
    }

    @Test
    void aPumpThatTrippedDoesNotStartByItself() {
        ScenarioResult result = run(Scenarios.named("trip")
                .at(0, drive(60))
                .at(1, fault("arterial", "trips"))
                .lasting(3));
        assertThat(value(result, "arterial.speed-rpm")).isCloseTo(0, within(0.01));
    }

    @Test
    void aChangeWithATimeIsMadeEvenly() {
        // 0 to 600 mL/min over 2 s is a mean of 300: 10 mL in all
        ScenarioResult result = run(Scenarios.named("ramp").at(1, leak(600, 2)).lasting(3));
        assertThat(value(result, "reservoir.volume-ml")).isCloseTo(990, within(0.01));
        assertThat(world.parameter("reservoir", "leak-ml-per-min")).isEqualTo(600);
    }

    @Test
    void aLaterChangeOfTheSameNumberEndsTheEarlierOne() {
        run(Scenarios.named("ramp").at(0, leak(600, 2)).at(1, leak(60, 0)).lasting(3));
        assertThat(world.parameter("reservoir", "leak-ml-per-min")).isEqualTo(60);
    }

    @Test
    void actsOfOneTimeHappenInTheOrderOfTheFileAndNotBeforeTheirTime() {
        run(Scenarios.named("acts")
                .at(0.5, new Act.Give("reservoir", 200, 25))
                .at(0.5, new Act.Air("reservoir", 2))
                .at(2, new Act.Air("reservoir", 3))
                .lasting(1));
        assertThat(world.acts).containsExactly("give reservoir 200.0 25.0", "air reservoir 2.0");
    }

    @Test
    void anActThatTheWorldRefusesEndsTheRunWithItsLineAndTime() {
        Scenario scenario =
                Scenarios.named("air").at(0.5, new Act.Air("reservoir", 200)).lasting(1);
        assertThatThrownBy(() -> run(scenario))
                .isInstanceOf(ActRefusedException.class)
                .hasMessageContainingAll("line 10", "0.5 s", "no bubble is larger");
    }

    @Test
    void aSettledScenarioBeginsWithItsPumpsTurning() {
        Claim turning = Claim.of("arterial.speed-rpm", 59.9, 60.1);
        ScenarioResult result = run(Scenarios.named("settled")
                .at(0, drive(60))
                .at(0, expect(turning.lasting(1)))
                .settledLasting(1));
        assertThat(world.settled).isTrue();
        assertThat(result.failed()).isZero();
        assertThat(result.steps()).isEqualTo(1_000);
    }

    @Test
    void theRestIsWatchedBeforeItsTimeBeginsWithThePumpsKeptTurning() {
        run(Scenarios.named("settled").at(0, drive(60)).settledLasting(1));
        assertThat(world.watched).isEqualTo(LaggingWorld.WATCH_STEPS);
        assertThat(world.leasesRunOut).isZero();
    }

    @Test
    void aClampIsToldWhereToGoWhenItsTimeHasCome() {
        run(Scenarios.named("clamp")
                .at(1, new Act.Clamp("clamp", true))
                .at(2, new Act.Air("reservoir", 5))
                .at(3, new Act.Clamp("clamp", false))
                .lasting(4));
        assertThat(world.acts).containsExactly("close", "air reservoir 5.0", "open");
    }

    @Test
    void aWorldWithoutRestRefusesASettledScenarioAndNoOther() {
        world.canRest = false;
        assertThatThrownBy(() -> run(Scenarios.named("settled").at(0, drive(60)).settledLasting(1)))
                .isInstanceOf(ActRefusedException.class)
                .hasMessage("settled = true, and it finds no rest");
        assertThat(run(Scenarios.named("unsettled").at(0, drive(60)).lasting(1)).steps())
                .isEqualTo(1_000);
    }

    @Test
    void oneThatIsNotSettledBeginsWithThemStanding() {
        ScenarioResult result = run(Scenarios.named("unsettled")
                .at(0, drive(60))
                .at(0, expect(Claim.of("arterial.speed-rpm", 59.9, 60.1)))
                .lasting(1));
        assertThat(world.settled).isFalse();
        assertThat(world.watched).isZero();
        assertThat(result.failed()).isEqualTo(1);
    }

    @Test
    void theSameScenarioGivesTheSameResultToTheLastBit() {
        Scenario scenario = Scenarios.named("same")
                .at(0, drive(60))
                .at(1, leak(600, 0.7))
                .at(1, expect(Claim.of("arterial.flow-ml-per-min", 0, ANY).meanOver(0.5)))
                .lasting(3);
        var first = new LaggingWorld();
        var second = new LaggingWorld();
        assertThat(resultIn(first, scenario)).isEqualTo(resultIn(second, scenario));
    }

    private static ScenarioResult resultIn(LaggingWorld world, Scenario scenario) {
        var run = new ScenarioRun(scenario, world, Recorder.NONE);
        run.begin();
        while (!run.isOver()) {
            run.step();
        }
        return run.result(1);
    }

    @Test
    void aRunThatIsStoppedEarlyTellsOnlyWhatIsDecided() {
        Scenario scenario = Scenarios.named("early")
                .at(0, expect(Claim.of("reservoir.volume-ml", 1, ANY)))
                .at(2, expect(Claim.of("reservoir.volume-ml", 1, ANY)))
                .lasting(3);
        var run = new ScenarioRun(scenario, world, Recorder.NONE);
        run.begin();
        for (int i = 0; i < 1_000; i++) {
            run.step();
        }
        assertThat(run.result(1).expectations()).hasSize(1);
    }

    @Test
    void aStepAllocatesNothing() {
        world.logsCommands = false;
        double[] sum = new double[1];
        var recorder = new Recorder(world.signals(), 0.01, (_, values) -> sum[0] += values[0]);
        Scenario scenario = Scenarios.named("long")
                .at(0, drive(60))
                .at(0, leak(1, 10_000))
                .at(
                        1,
                        expect(Claim.of("reservoir.volume-ml", -1e12, 1e12)
                                .meanOver(1)
                                .lasting(5_000)))
                .at(1, expect(Claim.of("probe.pressure-mmhg", 1e6, ANY).within(5_000)))
                .lasting(10_000);
        var run = new ScenarioRun(scenario, world, recorder);
        run.begin();
        for (int i = 0; i < 200_000; i++) {
            run.step(); // warm
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000_000; i++) {
            run.step();
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4_096);
    }
}
