package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.altercor.controller.operator.Knobs;
import org.altercor.controller.operator.PumpAct;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.SupervisorInputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewWatchTest {
    private static final ZonedDateTime WALL = ZonedDateTime.of(2026, 11, 23, 14, 2, 11, 0, ZoneOffset.UTC);
    private static final long MS = LiveMachine.MS;

    private final LiveMachine live = new LiveMachine("adult-bypass");
    private final Screen screen = new Screen(live.view, Catalogue.english());
    private final ViewWatch watch = new ViewWatch(live.loops.layout());
    private final ControlSnapshot control =
            new ControlSnapshot(live.loops.layout().pumps().size());

    @AfterEach
    void close() {
        live.close();
    }

    private long draw() {
        live.run(100 * MS);
        ScreenState state = screen.draw(live.nowNanos(), WALL);
        watch.drawn(state, live.nowNanos());
        return state.frame();
    }

    @Test
    void aPictureIsGoodForTwoSeconds() {
        long frame = draw();
        assertThat(watch.isTooOld(frame, live.nowNanos() + 2_000 * MS)).isFalse();
        assertThat(watch.isTooOld(frame, live.nowNanos() + 2_001 * MS)).isTrue();
    }

    @Test
    void aPictureThatWasNeverDrawnIsTooOld() {
        long frame = draw();
        assertThat(watch.isTooOld(frame + 1, live.nowNanos())).isTrue();
        assertThat(watch.isTooOld(0, live.nowNanos())).isTrue();
        assertThat(watch.isTooOld(-frame, live.nowNanos())).isTrue();
    }

    @Test
    void aPictureOfLongAgoIsNotTakenForTheOneInItsPlace() {
        long frame = draw();
        for (int i = 0; i < 64; i++) {
            draw();
        }
        assertThat(watch.isTooOld(frame, live.nowNanos())).isTrue();
    }

    /// Whether a screen that touches now what it saw then is too late.
    private boolean isOvertaken(String pump, long frame, String screen) {
        live.loops.cells().control().reader().tryRead(control);
        return watch.isOvertaken(
                pump,
                frame,
                screen,
                control.requestId[live.loops.layout().pumps().indexOf(pump)]);
    }

    private void ask(String screen, double rpm) {
        watch.ask("arterial", screen, () -> live.desk.ask("arterial", new PumpAct.Speed(rpm)));
    }

    private long turning() {
        live.run(15_000 * MS);
        live.desk.ask("arterial", new PumpAct.Speed(40));
        live.run(5_000 * MS);
        draw();
        return draw();
    }

    @Test
    void whatAScreenChangedOvertakesTheOthersAndNotItself() {
        long frame = turning();
        ask("mine", 41);
        assertThat(isOvertaken("arterial", frame, "mine")).isFalse();
        assertThat(isOvertaken("arterial", frame, "other")).isTrue();
        assertThat(isOvertaken("vent", frame, "other")).isFalse();
        long after = draw();
        assertThat(isOvertaken("arterial", after, "other")).as("it has seen it").isFalse();
        assertThat(isOvertaken("arterial", frame, "mine"))
                .as("its own act on the next picture is still its own")
                .isFalse();
    }

    @Test
    void whatAnotherScreenChangedStaysOvertakenThoughOnesOwnActCameLater() {
        long frame = turning();
        ask("other", 41);
        draw();
        ask("mine", 42);
        draw();
        assertThat(isOvertaken("arterial", frame, "mine")).isTrue();
    }

    @Test
    void aStopOvertakesEveryScreen() {
        long frame = turning();
        live.desk.ask("arterial", new PumpAct.Stop());
        draw();
        assertThat(isOvertaken("arterial", frame, "mine")).isTrue();
        assertThat(isOvertaken("vent", frame, "mine")).isFalse();
    }

    @Test
    void aKnobThatIsTurnedOvertakesEveryScreenAndOneThatRestsNone() {
        long frame = turning();
        var knobs = new Knobs(live.machine, live.loops.layout(), live.desk);
        look(knobs);
        live.run(500 * MS);
        look(knobs);
        long rested = draw();
        assertThat(isOvertaken("arterial", frame, "mine"))
                .as("nobody turned it")
                .isFalse();

        live.outside("knob-arterial.turn", 2);
        live.run(500 * MS);
        look(knobs);
        live.run(20 * MS);
        assertThat(isOvertaken("arterial", rested, "mine"))
                .as("before any picture shows it")
                .isTrue();
        long turned = draw();
        assertThat(isOvertaken("arterial", rested, "mine"))
                .as("a picture shows it")
                .isTrue();
        assertThat(isOvertaken("vent", rested, "mine")).isFalse();
        assertThat(isOvertaken("arterial", turned, "mine")).as("it has seen it").isFalse();
    }

    private void look(Knobs knobs) {
        var seen = new SupervisorInputs(live.loops.layout());
        live.loops.cells().seen().reader().tryRead(seen);
        knobs.look(seen);
    }

    @Test
    void aModeThatEndsByItselfOvertakesEveryScreen() {
        turning();
        live.desk.ask("arterial", new PumpAct.Pulsatile(2_000, 60, 50, 50));
        live.run(3_000 * MS);
        long pulsing = draw();
        assertThat(isOvertaken("arterial", pulsing, "mine")).isFalse();
        live.outside("pressure-line.unplugged", 0);
        live.run(2_000 * MS);
        draw();
        assertThat(isOvertaken("arterial", pulsing, "mine")).isTrue();
    }

    @Test
    void aNewAlarmWasNotOnThePictureBefore() {
        live.run(15_000 * MS);
        draw();
        long frame = draw();
        assertThat(watch.misses(frame)).isFalse();
        live.outside("air-arterial.stuck-dry", 0);
        live.run(500 * MS);
        long after = draw();
        assertThat(watch.misses(frame)).isTrue();
        assertThat(watch.misses(after)).isFalse();
    }
}
