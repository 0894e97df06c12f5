package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.altercor.controller.operator.PumpAct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewWatchTest {
    private static final ZonedDateTime WALL = ZonedDateTime.of(2026, 11, 23, 14, 2, 11, 0, ZoneOffset.UTC);
    private static final long MS = LiveMachine.MS;

    private final LiveMachine live = new LiveMachine("adult-bypass");
    private final Screen screen = new Screen(live.view, Catalogue.english());
    private final ViewWatch watch = new ViewWatch(live.loops.layout());

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

    @Test
    void whatAScreenChangedOvertakesTheOthersAndNotItself() {
        long frame = draw();
        watch.changed("arterial", "mine");
        assertThat(watch.isOvertaken("arterial", frame, "mine")).isFalse();
        assertThat(watch.isOvertaken("arterial", frame, "other")).isTrue();
        assertThat(watch.isOvertaken("vent", frame, "other")).isFalse();
        assertThat(watch.isOvertaken("arterial", draw(), "other"))
                .as("it has seen it")
                .isFalse();
    }

    @Test
    void aStopOvertakesEveryScreen() {
        live.run(15_000 * MS);
        live.desk.ask("arterial", new PumpAct.Speed(40));
        live.run(5_000 * MS);
        long frame = draw();
        live.desk.ask("arterial", new PumpAct.Stop());
        draw();
        assertThat(watch.isOvertaken("arterial", frame, "mine")).isTrue();
        assertThat(watch.isOvertaken("vent", frame, "mine")).isFalse();
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
