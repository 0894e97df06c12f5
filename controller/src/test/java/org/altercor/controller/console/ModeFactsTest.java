package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.altercor.controller.loop.AskedNumber;
import org.altercor.controller.loop.ControlledPump;
import org.altercor.controller.operator.Outcome;
import org.altercor.controller.operator.PumpAct;
import org.altercor.safety.supervise.Answer;
import org.altercor.safety.supervise.PumpMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a screen is told that it may ask for, against what the control loop then says: every pump of both machines,
/// that is every role on every head they have.
class ModeFactsTest {
    private static final List<PumpMode> ASKED =
            List.of(PumpMode.SPEED, PumpMode.FLOW, PumpMode.PULSATILE, PumpMode.FOLLOWER, PumpMode.ZERO_FLOW);

    static Stream<String> machines() {
        return Stream.of("adult-bypass", "adult-bypass-centrifugal");
    }

    private static List<MachineFacts.PumpFacts> facts(LiveMachine live) {
        return MachineFacts.of(live.view, true, Catalogue.english(), List.of()).pumps();
    }

    /// What the page would send.
    private static PumpAct act(PumpMode mode, Map<String, Double> numbers) {
        double mlPerMin = numbers.getOrDefault("flowMlPerMin", 1_000.0);
        return switch (mode) {
            case STOPPED -> new PumpAct.Stop();
            case SPEED -> new PumpAct.Speed(numbers.getOrDefault("speedRpm", 20.0));
            case FLOW -> new PumpAct.Flow(mlPerMin);
            case PULSATILE ->
                new PumpAct.Pulsatile(
                        mlPerMin,
                        numbers.getOrDefault("ratePerMin", 60.0),
                        numbers.getOrDefault("widthPercent", 50.0),
                        numbers.getOrDefault("basePercent", 100.0));
            case FOLLOWER -> new PumpAct.Follow(numbers.getOrDefault("ratio", 4.0));
            case ZERO_FLOW -> new PumpAct.ZeroFlow();
        };
    }

    private static Answer answer(LiveMachine live, String pump, PumpAct act) {
        long request = live.desk.ask(pump, act);
        live.run(20 * LiveMachine.MS);
        Answer answer = ((Outcome.Judged) live.desk.outcome(pump, request)).answer();
        live.desk.ask(pump, new PumpAct.Stop());
        live.run(2 * LiveMachine.SECOND);
        return answer;
    }

    /// Both machines with blood that flows, so that nothing but the mode is against an act.
    private static LiveMachine flowing(String name) {
        var live = new LiveMachine(name);
        live.run(15 * LiveMachine.SECOND);
        return live;
    }

    @ParameterizedTest
    @MethodSource("machines")
    void aModeThatIsOfferedIsTakenAsItIsOfferedAndAnyOtherIsRefused(String name) {
        try (var live = flowing(name)) {
            for (MachineFacts.PumpFacts pump : facts(live)) {
                if (!pump.role().equals("arterial")) { // cardioplegia starts only while blood flows
                    live.desk.ask("arterial", new PumpAct.Flow(2_000));
                    live.run(10 * LiveMachine.SECOND);
                }
                for (PumpMode mode : ASKED) {
                    List<ModeFacts> offered = pump.modes().stream()
                            .filter(each -> each.mode().equals(mode.word()))
                            .toList();
                    Map<String, Double> start = new HashMap<>();
                    offered.forEach(each -> each.numbers().forEach(number -> start.put(number.key(), number.start())));
                    assertThat(answer(live, pump.name(), act(mode, start)))
                            .as(pump.name() + " in " + mode)
                            .isEqualTo(offered.isEmpty() ? Answer.NOT_THIS_MODE : Answer.ACCEPTED);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void noRangeIsWiderThanWhatIsTakenAndNoneIsNarrowerByMoreThanAStep(String name) {
        try (var live = flowing(name)) {
            for (MachineFacts.PumpFacts pump : facts(live)) {
                for (ModeFacts mode : pump.modes()) {
                    for (ModeFacts.NumberFacts number : mode.numbers()) {
                        assertRange(live, pump.name(), mode.mode(), number);
                    }
                }
            }
        }
    }

    private static void assertRange(LiveMachine live, String pump, String word, ModeFacts.NumberFacts number) {
        PumpMode mode = ASKED.stream()
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow();
        double step = number.rungs().isEmpty() ? number.step() : 0.01;
        assertThat(isInRange(live, pump, mode, number.key(), number.smallest()))
                .as(pump + number)
                .isTrue();
        assertThat(isInRange(live, pump, mode, number.key(), number.largest()))
                .as(pump + number)
                .isTrue();
        assertThat(isInRange(live, pump, mode, number.key(), number.smallest() - step))
                .as(pump + number)
                .isFalse();
        assertThat(isInRange(live, pump, mode, number.key(), number.largest() + step))
                .as(pump + number)
                .isFalse();
    }

    private static boolean isInRange(LiveMachine live, String pump, PumpMode mode, String key, double value) {
        if (value == 0) {
            return false; // nothing is what STOP is for: no message asks for it
        }
        return switch (answer(live, pump, act(mode, Map.of(key, value)))) {
            case OUT_OF_RANGE, ABOVE_MAXIMUM, TOO_SLOW, NOT_A_NUMBER, NOT_THIS_MODE -> false;
            case NONE,
                    ACCEPTED,
                    START_NOT_PERMITTED,
                    INCREASE_NOT_PERMITTED,
                    TURNING_THE_OTHER_WAY,
                    PEAK_OUT_OF_REACH,
                    SENSOR_MISSING -> true;
        };
    }

    @ParameterizedTest
    @MethodSource("machines")
    void everyNumberOfAModeIsToldAndEveryRungIsInReach(String name) {
        try (var live = new LiveMachine(name)) {
            for (MachineFacts.PumpFacts pump : facts(live)) {
                int index = live.view.layout().pumps().indexOf(pump.name());
                ControlledPump controlled = ControlledPump.of(live.machine, live.view.layout(), index);
                assertThat(pump.modes())
                        .hasSize((int) ASKED.stream().filter(controlled::has).count());
                for (ModeFacts mode : pump.modes()) {
                    for (ModeFacts.NumberFacts number : mode.numbers()) {
                        assertThat(number.start()).isBetween(number.smallest(), number.largest());
                        assertThat(number.rungs())
                                .allMatch(
                                        rung -> rung.value() >= number.smallest() && rung.value() <= number.largest());
                    }
                }
            }
            assertThat(facts(live).stream().filter(each -> each.leader().isPresent()))
                    .singleElement()
                    .satisfies(follower -> {
                        assertThat(follower.leader()).hasValue("blood");
                        assertThat(follower.modes().getFirst().mode()).isEqualTo("follower");
                        List<ModeFacts.Rung> rungs =
                                follower.modes().getFirst().numbers().getFirst().rungs();
                        assertThat(rungs.getFirst().name()).isEqualTo("16:1");
                        assertThat(rungs.getLast().name()).isEqualTo("1:10");
                        assertThat(rungs).hasSize(25);
                    });
            assertThat(AskedNumber.of(PumpMode.ZERO_FLOW)).isEmpty();
        }
    }
}
