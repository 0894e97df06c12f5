package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.controller.console.CaseTimers.Timer;
import org.junit.jupiter.api.Test;

class CaseTimersTest {
    private static final long SECOND = 1_000_000_000;

    private final CaseTimers timers = new CaseTimers();

    private void run(long from, long seconds, boolean pumping) {
        for (long at = from; at <= from + seconds; at++) {
            timers.advance(at * SECOND, pumping);
        }
    }

    @Test
    void bypassRunsWhileTheArterialPumpIsAskedToPumpAndKeepsItsTimeWhenItIsNot() {
        run(100, 10, false);
        assertThat(timers.bypass()).isEqualTo(new Timer(0, false));
        run(110, 60, true);
        assertThat(timers.bypass()).isEqualTo(new Timer(60, true));
        run(170, 30, false);
        assertThat(timers.bypass()).isEqualTo(new Timer(60, false));
        run(200, 5, true);
        assertThat(timers.bypass()).isEqualTo(new Timer(65, true));
    }

    @Test
    void theCrossClampRunsFromTouchToTouchAndBeginsAnewWithTheNext() {
        timers.advance(0, true);
        timers.crossClamp(true);
        run(0, 40, true);
        timers.crossClamp(true);
        assertThat(timers.crossClamp())
                .as("a second touch of the same takes nothing")
                .isEqualTo(new Timer(40, true));
        timers.crossClamp(false);
        run(40, 10, true);
        assertThat(timers.crossClamp()).isEqualTo(new Timer(40, false));
        timers.crossClamp(true);
        assertThat(timers.crossClamp()).isEqualTo(new Timer(0, true));
    }
}
