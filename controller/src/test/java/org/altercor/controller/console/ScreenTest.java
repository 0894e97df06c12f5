package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.altercor.controller.operator.PumpAct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Pictures out of frames: a machine stepped by the test.
class ScreenTest {
    private static final ZonedDateTime WALL = ZonedDateTime.of(2026, 11, 23, 14, 2, 11, 0, ZoneOffset.UTC);

    private final LiveMachine live = new LiveMachine("adult-bypass");
    private final Screen screen = new Screen(live.view, Catalogue.english());

    @AfterEach
    void close() {
        live.close();
    }

    private ScreenState draw() {
        return screen.draw(live.nowNanos(), WALL);
    }

    /// Lets seconds pass as a screen sees them.
    private ScreenState run(int seconds) {
        ScreenState state = draw();
        for (int i = 0; i < 10 * seconds; i++) {
            live.run(LiveMachine.SECOND / 10);
            state = draw();
        }
        return state;
    }

    private static ScreenState.PumpState pump(ScreenState state, String name) {
        return state.pumps().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static StateWord.Health word(ScreenState state, String name) {
        return state.words().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .health();
    }

    @Test
    void beforeTheLoopsHaveSpokenNothingIsKnownAndNothingIsWell() {
        ScreenState state = draw();
        assertThat(state.patient().values()).allSatisfy(value -> {
            assertThat(value.isKnown()).isFalse();
            assertThat(value.last()).isEmpty();
            assertThat(value.why()).isPresent();
        });
        assertThat(state.pumps()).allSatisfy(pump -> {
            assertThat(pump.speedRpm().isKnown()).isFalse();
            assertThat(pump.flow().isKnown()).isFalse();
            assertThat(pump.mayStart()).isFalse();
        });
        assertThat(word(state, "SUP")).isEqualTo(StateWord.Health.FAILED);
        assertThat(word(state, "CTL")).isEqualTo(StateWord.Health.FAILED);
        assertThat(JsonMapper.shared().writeValueAsString(state)).doesNotContain("NaN", "Infinity");
    }

    @Test
    void anEventIsCalledLoggedWhenItIsOnDiskAndNotBefore() {
        run(1);
        long newest = live.events.newest();
        live.logged = newest - 1;
        assertThat(draw().events().getFirst().number()).isEqualTo(newest);
        assertThat(draw().events())
                .extracting(ScreenState.EventLine::logged)
                .startsWith(false, true)
                .containsOnlyOnce(false);

        live.logged = newest;
        assertThat(draw().events()).extracting(ScreenState.EventLine::logged).containsOnly(true);
    }

    @Test
    void aPumpThatTurnsShowsWhatWasAskedBesideWhatHappens() {
        run(15);
        live.desk.ask("arterial", new PumpAct.Speed(60));
        ScreenState state = run(10);
        ScreenState.PumpState arterial = pump(state, "arterial");
        assertThat(arterial.mode()).isEqualTo("speed");
        assertThat(arterial.targetRpm()).isEqualTo(60);
        assertThat(arterial.speedRpm().now().orElseThrow()).isBetween(59.0, 61.0);
        assertThat(arterial.flow().now().orElseThrow()).isBetween(2_300.0, 2_700.0);
        assertThat(arterial.line().orElseThrow().isKnown()).isTrue();
        assertThat(arterial.difference()).isEmpty();
        assertThat(state.alarms()).isEmpty();
        assertThat(state.timers().bypass().runs()).isTrue();
        assertThat(state.clock()).isEqualTo("14:02:11");
        assertThat(JsonMapper.shared().writeValueAsString(state)).doesNotContain("NaN", "Infinity");
    }

    @Test
    void aShaftThatDoesNotFollowShowsTheDifference() {
        run(15);
        live.desk.ask("arterial", new PumpAct.Speed(60));
        run(8);
        live.outside("arterial.slow", 30);
        ScreenState state = run(1);
        assertThat(pump(state, "arterial").difference())
                .hasValueSatisfying(words -> assertThat(words).startsWith("−").endsWith("rpm off"));
    }

    @Test
    void airIsTheFirstAlarmAndTheCauseOfTheStop() {
        run(15);
        live.desk.ask("arterial", new PumpAct.Speed(60));
        run(8);
        live.outside("air-arterial.stuck-dry", 0);
        ScreenState state = run(2);
        ScreenState.AlarmState first = state.alarms().getFirst();
        assertThat(first.what()).isEqualTo("Air in the line");
        assertThat(first.priority()).isEqualTo("high");
        assertThat(first.state()).isEqualTo("active");
        assertThat(first.acknowledged()).isFalse();
        ScreenState.PumpState arterial = pump(state, "arterial");
        assertThat(arterial.cause()).hasValue("Air in the line");
        assertThat(arterial.mayStart()).isFalse();
        assertThat(arterial.blockedBy()).hasValue("Air in the line");
        assertThat(state.timers().bypass().runs()).isFalse();
        assertThat(pump(state, "vent").cause())
                .as("the vent has nothing to do with it")
                .isEmpty();
    }

    @Test
    void aLostSensorIsAnAlarmThatSaysNotKnownAndNotTheHazard() {
        run(15);
        live.desk.ask("arterial", new PumpAct.Speed(60));
        run(8);
        live.outside("pressure-line.unplugged", 0);
        ScreenState state = run(3);
        ScreenState.AlarmState first = state.alarms().getFirst();
        assertThat(first.what()).isEqualTo("Not known: line pressure too high");
        assertThat(first.state()).isEqualTo("unknown");
        ShownValue line = pump(state, "arterial").line().orElseThrow();
        assertThat(line.isKnown()).isFalse();
        assertThat(line.last().orElseThrow()).isGreaterThan(50);
        assertThat(line.ageMs().orElseThrow()).isBetween(2_000L, 3_500L);
        assertThat(line.why()).hasValue("not connected");
    }

    @Test
    void aDeadSupervisorIsSaidByTheControlLoop() {
        run(15);
        live.supervisorLives = false;
        ScreenState state = run(2);
        assertThat(word(state, "SUP")).isEqualTo(StateWord.Health.FAILED);
        assertThat(word(state, "CTL")).isEqualTo(StateWord.Health.OK);
        assertThat(state.alarms().getFirst().what()).isEqualTo("Supervisor is dead");
        live.supervisorLives = true;
        assertThat(word(run(2), "SUP")).isEqualTo(StateWord.Health.OK);
    }

    @Test
    void aDeadControlLoopIsSaidAndItsOwnTimeStandsStill() {
        run(15);
        ScreenState before = draw();
        assertThat(word(before, "CTL")).isEqualTo(StateWord.Health.OK);
        live.controlLives = false;
        ScreenState state = run(2);
        assertThat(word(state, "CTL")).isEqualTo(StateWord.Health.FAILED);
        assertThat(word(state, "SUP")).isEqualTo(StateWord.Health.OK);
        assertThat(state.supervisorMs()).isGreaterThan(before.supervisorMs() + 1_900);
        assertThat(state.controlMs()).isLessThan(before.controlMs() + 100);
    }

    @Test
    void aPumpThatPulsesShowsItsMeanAndItsBeatsAndSwingsWithNoneOfThem() {
        run(15);
        live.desk.ask("arterial", new PumpAct.Pulsatile(3_000, 40, 40, 30));
        run(10);
        for (int i = 0; i < 30; i++) {
            live.run(LiveMachine.SECOND / 10);
            ScreenState.PumpState arterial = pump(draw(), "arterial");
            assertThat(arterial.mode()).isEqualTo("pulsatile");
            assertThat(arterial.told()).hasValue("40/min, width 40 %, base 30 %");
            assertThat(arterial.asked())
                    .containsExactly(
                            entry("flowMlPerMin", 3_000.0),
                            entry("ratePerMin", 40.0),
                            entry("widthPercent", 40.0),
                            entry("basePercent", 30.0));
            // the purge line takes some of it, in steady flow as well: what is off is the flow, and not the speed
            assertThat(arterial.difference().orElse("")).doesNotContain("rpm");
            assertThat(arterial.speedRpm().now().orElseThrow()).isBetween(62.0, 72.0);
            assertThat(arterial.flow().now().orElseThrow()).isBetween(2_600.0, 2_850.0);
        }
    }

    @Test
    void aFollowerSaysWhatItWaitsFor() {
        run(15);
        live.desk.ask("arterial", new PumpAct.Speed(60));
        run(10);
        live.desk.ask("cardioplegia-crystalloid", new PumpAct.Follow(4));
        ScreenState.PumpState waiting = pump(run(1), "cardioplegia-crystalloid");
        assertThat(waiting.told()).hasValue("follows blood 4:1");
        assertThat(waiting.waits()).hasValue("Waits for blood to turn");
        live.desk.ask("cardioplegia-blood", new PumpAct.Flow(200));
        ScreenState.PumpState following = pump(run(3), "cardioplegia-crystalloid");
        assertThat(following.waits()).isEmpty();
        assertThat(following.setFlow().orElseThrow()).isBetween(45.0, 55.0);
        live.outside("cardioplegia-blood.silent-line", 0);
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            live.run(LiveMachine.SECOND / 20);
            ScreenState.PumpState follower = pump(draw(), "cardioplegia-crystalloid");
            said.add(follower.mode() + " "
                    + follower.waits().orElse(follower.cause().orElse("")));
        }
        assertThat(said).contains("follower Waits: the speed of blood is not known");
    }

    @Test
    void aLineThatIsHeldAtZeroFlowIsNoTimeOnBypass() {
        try (var centrifugal = new LiveMachine("adult-bypass-centrifugal")) {
            var its = new Screen(centrifugal.view, Catalogue.english());
            centrifugal.run(15 * LiveMachine.SECOND);
            centrifugal.desk.ask("arterial", new PumpAct.Flow(2_000));
            centrifugal.run(10 * LiveMachine.SECOND);
            assertThat(its.draw(centrifugal.nowNanos(), WALL).timers().bypass().runs())
                    .isTrue();
            centrifugal.desk.ask("arterial", new PumpAct.ZeroFlow());
            centrifugal.run(LiveMachine.SECOND);
            ScreenState held = its.draw(centrifugal.nowNanos(), WALL);
            assertThat(held.timers().bypass().runs()).isFalse();
            assertThat(pump(held, "arterial").mode()).isEqualTo("zero-flow");
            assertThat(pump(held, "arterial").asked()).isEmpty();
        }
    }

    @Test
    void theTrendHasOneSampleASecondAndAGapWhereNothingIsKnown() {
        draw();
        run(15);
        TrendHistory.Whole whole = screen.history();
        assertThat(whole.samples()).hasSize(16);
        assertThat(whole.samples().getFirst().values()).allMatch(value -> value.isEmpty());
        assertThat(whole.samples().getLast().values()).allMatch(value -> value.isPresent());
        live.desk.ask("arterial", new PumpAct.Speed(60));
        run(2);
        assertThat(screen.history().marks()).anyMatch(mark -> mark.text().contains("arterial: speed"));
    }

    @Test
    void pumpsStandFromLeftToRightByWhatTheyAreFor() {
        assertThat(draw().pumps().stream().map(ScreenState.PumpState::name))
                .containsExactly(
                        "arterial", "cardioplegia-blood", "cardioplegia-crystalloid", "vent", "sucker-1", "sucker-2");
    }

    @Test
    void aCentrifugalPumpShowsItsClampAsToldAndAsMeasured() {
        try (var centrifugal = new LiveMachine("adult-bypass-centrifugal")) {
            var its = new Screen(centrifugal.view, Catalogue.english());
            centrifugal.run(15 * LiveMachine.SECOND);
            ScreenState state = its.draw(centrifugal.nowNanos(), WALL);
            assertThat(pump(state, "arterial").clamp())
                    .hasValueSatisfying(words -> assertThat(words).startsWith("Clamp told"));
        }
    }
}
