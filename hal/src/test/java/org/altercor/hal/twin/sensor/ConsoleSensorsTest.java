package org.altercor.hal.twin.sensor;

import static org.altercor.hal.twin.sensor.SensorBench.MS;
import static org.altercor.hal.twin.sensor.SensorBench.assertGood;
import static org.altercor.hal.twin.sensor.SensorBench.assertLost;
import static org.altercor.hal.twin.sensor.SensorBench.look;
import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.hal.port.Quality;
import org.junit.jupiter.api.Test;

/// What hands do to the console: lid, emergency stop, knob, and the plug in the wall.
class ConsoleSensorsTest {
    private final Timing timing = new Timing(5 * MS, 10 * MS, 1);

    @Test
    void aLidIsOpenAfterFortyMillisecondsAndABumpIsNone() {
        var lid = new TwinLid(timing);
        var bench = new SensorBench(lid);
        bench.run(100);
        bench.happen("bump", 15);
        bench.run(200);
        assertThat(look(lid::readOpen).activations()).isZero();
        bench.happen("open");
        bench.run(40);
        assertThat(look(lid::readOpen).rawActive()).isFalse();
        bench.run(1);
        assertThat(look(lid::readOpen).rawActive()).isTrue();
        bench.happen("none");
        bench.run(100);
        assertThat(look(lid::readOpen).rawActive()).isFalse();
        bench.happen("unplugged");
        bench.run(10);
        assertThat(look(lid::readOpen).quality()).isEqualTo(Quality.DISCONNECTED);
    }

    @Test
    void anEmergencyStopStaysDownUntilItIsPulledOut() {
        var stop = new TwinEmergencyStop(timing);
        var bench = new SensorBench(stop);
        bench.run(100);
        assertThat(look(stop::readPressed).isKnownInactive(bench.nowNanos(), 15 * MS))
                .isTrue();
        bench.happen("pressed");
        bench.run(10);
        assertThat(look(stop::readPressed).rawActive()).as("its dead time").isFalse();
        bench.run(1);
        assertThat(look(stop::readPressed).isKnownActive(bench.nowNanos(), 15 * MS))
                .isTrue();
        bench.happen("none");
        bench.run(11);
        assertThat(look(stop::readPressed).rawActive()).isFalse();
        bench.happen("unplugged");
        bench.run(20);
        assertThat(look(stop::readPressed).quality()).isEqualTo(Quality.DISCONNECTED);
    }

    @Test
    void aKnobCountsItsDetentsAndKeepsThem() {
        var knob = new TwinKnob(timing);
        var bench = new SensorBench(knob);
        bench.run(100);
        bench.happen("turn", 7);
        bench.happen("turn", -2);
        bench.happen("pushed");
        bench.run(100);
        assertGood(knob::readDetents, 5, 0);
        assertThat(look(knob::readPushed).rawActive()).isTrue();
        bench.happen("none");
        bench.run(100);
        assertGood(knob::readDetents, 5, 0);
        assertThat(look(knob::readPushed).rawActive()).isFalse();
        bench.happen("unplugged");
        bench.run(100);
        assertLost(knob::readDetents, Quality.DISCONNECTED);
    }

    @Test
    void withoutMainsTheBatteryRunsDown() {
        var power = new TwinPower(new Timing(1_000 * MS, 0, 1));
        var bench = new SensorBench(power);
        bench.run(2_000);
        assertThat(look(power::readMainsPresent).rawActive()).isTrue();
        bench.happen("battery", 10);
        bench.happen("mains-lost");
        bench.run(121_000);
        assertThat(look(power::readMainsPresent).rawActive()).isFalse();
        assertGood(power::readBatteryMinutes, 8, 0.1);
        bench.happen("none");
        bench.run(2_000);
        assertThat(look(power::readMainsPresent).rawActive()).isTrue();
        assertGood(power::readBatteryMinutes, 8, 0.1);
        bench.happen("unplugged");
        bench.run(2_000);
        assertLost(power::readBatteryMinutes, Quality.DISCONNECTED);
        assertThat(look(power::readMainsPresent).quality()).isEqualTo(Quality.DISCONNECTED);
    }

    @Test
    void aLidThatWasOpenFromTheStartWasNeverKnownToBeShut() {
        var lid = new TwinLid(timing);
        var bench = new SensorBench(lid);
        bench.happen("open");
        for (int i = 0; i < 40; i++) {
            bench.run(1);
            assertThat(look(lid::readOpen).quality()).isEqualTo(Quality.MISSING);
        }
        bench.run(1);
        assertThat(look(lid::readOpen).isKnownActive(bench.nowNanos(), 10 * MS)).isTrue();
    }

    @Test
    void aBumpBeforeTheFirstStepLastsAsLongAsAnyOther() {
        var lid = new TwinLid(timing);
        var bench = new SensorBench(lid);
        bench.happen("bump", 200);
        bench.run(150);
        assertThat(look(lid::readOpen).rawActive()).isTrue();
        bench.run(150);
        assertThat(look(lid::readOpen).rawActive()).isFalse();
    }

    @Test
    void whatIsTurnedWhileTheKnobIsUnpluggedIsNeverCounted() {
        var knob = new TwinKnob(timing);
        var bench = new SensorBench(knob);
        bench.happen("turn", 5);
        bench.run(100);
        bench.happen("unplugged");
        bench.happen("turn", 50);
        bench.run(100);
        bench.happen("none");
        bench.run(100);
        assertGood(knob::readDetents, 5, 0);
        bench.happen("turn", 1);
        bench.run(100);
        assertGood(knob::readDetents, 6, 0);
    }
}
