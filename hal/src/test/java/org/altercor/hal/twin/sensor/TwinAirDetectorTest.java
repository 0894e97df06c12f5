package org.altercor.hal.twin.sensor;

import static org.altercor.hal.twin.sensor.SensorBench.MS;
import static org.altercor.hal.twin.sensor.SensorBench.look;
import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.config.Tubing;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.SwitchReading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwinAirDetectorTest {
    private double airMl;
    private final TwinAirDetector detector = detector(Tubing.THREE_EIGHTHS);
    private final SensorBench bench = new SensorBench(detector);

    private TwinAirDetector detector(Tubing tubing) {
        return new TwinAirDetector(() -> airMl, tubing, new Timing(MS, 50 * MS, 5));
    }

    @BeforeEach
    void itSeesBlood() {
        bench.run(100);
        assertThat(seesAir()).isFalse();
    }

    private boolean seesAir() {
        SwitchReading reading = look(detector::readAirSeen);
        assertThat(reading.quality()).isEqualTo(Quality.GOOD);
        return reading.rawActive();
    }

    private long bubbles() {
        return look(detector::readAirSeen).activations();
    }

    private void mended() {
        bench.happen("none");
        bench.run(100);
        assertThat(seesAir()).isFalse();
        airMl = 1;
        bench.run(1);
        assertThat(seesAir()).isTrue();
    }

    @Test
    void aBubbleIsSeenWithinAMillisecondAndBloodAgainAfterFortySix() {
        airMl = 0.5;
        bench.run(1);
        assertThat(seesAir()).isTrue();
        airMl = 0;
        bench.run(45);
        assertThat(seesAir()).isTrue();
        bench.run(1);
        assertThat(seesAir()).isFalse();
    }

    @Test
    void everyBubbleCounts() {
        long before = bubbles();
        for (int i = 0; i < 3; i++) {
            airMl = 0.5;
            bench.run(1);
            airMl = 0;
            bench.run(60);
        }
        assertThat(bubbles() - before).isEqualTo(3);
        assertThat(seesAir()).isFalse();
    }

    @Test
    void itSeesNoBubbleThatIsTooSmallForItsTubing() {
        airMl = 0.49;
        bench.run(10);
        assertThat(seesAir()).isFalse();

        var narrow = detector(Tubing.ONE_QUARTER);
        airMl = 0.3;
        new SensorBench(narrow).run(10);
        assertThat(look(narrow::readAirSeen).rawActive()).isTrue();
    }

    @Test
    void stuckWetItSeesNoAirAndStuckDryNothingElse() {
        bench.happen("stuck-wet");
        airMl = 50;
        bench.run(100);
        assertThat(seesAir()).isFalse();
        airMl = 0;
        mended();
        airMl = 0;
        bench.happen("none");
        bench.happen("stuck-dry");
        bench.run(1_000);
        assertThat(seesAir()).isTrue();
        mended();
    }

    @Test
    void chatterCountsAsManyActivationsAsItFlaps() {
        long before = bubbles();
        bench.happen("chatter", 20);
        bench.run(1_000);
        assertThat(bubbles() - before).isBetween(19L, 21L);
        mended();
    }

    @Test
    void aBlunterDetectorMissesWhatItSawBefore() {
        bench.happen("misses-below", 3);
        airMl = 2;
        bench.run(100);
        assertThat(seesAir()).isFalse();
        airMl = 0;
        mended();
    }

    @Test
    void falseTripsComeAboutAsOftenAsSaid() {
        long before = bubbles();
        bench.run(60_000);
        assertThat(bubbles()).as("none when nothing is wrong").isEqualTo(before);
        bench.happen("false-trips-per-hour", 3_600);
        bench.run(60_000);
        assertThat(bubbles() - before).isBetween(30L, 90L);
        mended();
    }

    @Test
    void unpluggedItIsLostAndNeitherDryNorWet() {
        bench.happen("unplugged");
        bench.run(10);
        SwitchReading lost = look(detector::readAirSeen);
        assertThat(lost.quality()).isEqualTo(Quality.DISCONNECTED);
        assertThat(lost.isKnownActive(bench.nowNanos(), Long.MAX_VALUE)).isFalse();
        assertThat(lost.isKnownInactive(bench.nowNanos(), Long.MAX_VALUE)).isFalse();
        mended();
    }
}
