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
    private static final int LATE_MS = 50;

    private double airMl;
    private final TwinAirDetector detector = detector(Tubing.THREE_EIGHTHS);
    private final SensorBench bench = new SensorBench(detector);

    private TwinAirDetector detector(Tubing tubing) {
        return new TwinAirDetector(() -> airMl, tubing, new Timing(MS, LATE_MS * MS, 5));
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
        bench.run(LATE_MS + 1);
        assertThat(seesAir()).isTrue();
    }

    @Test
    void aBubbleIsSeenAtOnceAndToldAsLateAsTheRigAllowsAndBloodAgainFortySixMillisecondsLater() {
        airMl = 0.5;
        bench.run(LATE_MS);
        assertThat(seesAir()).isFalse();
        bench.run(1);
        assertThat(seesAir()).isTrue();
        assertThat(bench.nowNanos() - look(detector::readAirSeen).sampledAtNanos())
                .isEqualTo(LATE_MS * MS);
        airMl = 0;
        bench.run(45 + LATE_MS);
        assertThat(seesAir()).isTrue();
        bench.run(1);
        assertThat(seesAir()).isFalse();
    }

    @Test
    void anotherRigAnotherDeadTime() {
        var quick = new TwinAirDetector(() -> airMl, Tubing.THREE_EIGHTHS, new Timing(MS, 0, 5));
        var its = new SensorBench(quick);
        its.run(100);
        airMl = 0.5;
        its.run(1);
        assertThat(look(quick::readAirSeen).rawActive()).isTrue();
    }

    @Test
    void airThatIsNoNumberIsNeitherAirNorBlood() {
        airMl = Double.NaN;
        bench.run(LATE_MS + 1);
        SwitchReading unknown = look(detector::readAirSeen);
        assertThat(unknown.quality()).isEqualTo(Quality.MISSING);
        assertThat(unknown.isKnownInactive(bench.nowNanos(), Long.MAX_VALUE)).isFalse();
        airMl = 0;
        bench.run(LATE_MS + 1);
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
        bench.run(LATE_MS);
        assertThat(bubbles() - before).isEqualTo(3);
        assertThat(seesAir()).isFalse();
    }

    @Test
    void itSeesNoBubbleThatIsTooSmallForItsTubing() {
        airMl = 0.49;
        bench.run(LATE_MS + 10);
        assertThat(seesAir()).isFalse();

        var narrow = detector(Tubing.ONE_QUARTER);
        airMl = 0.3;
        new SensorBench(narrow).run(LATE_MS + 10);
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
        bench.run(1_000 + LATE_MS);
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
        bench.run(LATE_MS + 10);
        SwitchReading lost = look(detector::readAirSeen);
        assertThat(lost.quality()).isEqualTo(Quality.DISCONNECTED);
        assertThat(lost.isKnownActive(bench.nowNanos(), Long.MAX_VALUE)).isFalse();
        assertThat(lost.isKnownInactive(bench.nowNanos(), Long.MAX_VALUE)).isFalse();
        mended();
    }

    @Test
    void falseTripsAskedForBeforeItsFirstStepDoNotComeAtOnce() {
        var young = new TwinAirDetector(() -> 0, Tubing.THREE_EIGHTHS, new Timing(MS, 0, 5));
        var its = new SensorBench(young);
        its.happen("false-trips-per-hour", 36_000);
        its.run(1);
        assertThat(look(young::readAirSeen).rawActive()).isFalse();
    }

    @Test
    void silentItGrowsOldAndABubbleIsNotSeen() {
        bench.happen("silent");
        airMl = 1;
        bench.run(1_000);
        assertThat(look(detector::readAirSeen).rawActive()).isFalse();
        assertThat(look(detector::readAirSeen).isKnownInactive(bench.nowNanos(), 200 * MS))
                .isFalse();
        airMl = 0;
        mended();
    }
}
