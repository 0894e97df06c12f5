package org.altercor.hal.twin.sensor;

import static org.altercor.hal.twin.sensor.SensorBench.MS;
import static org.altercor.hal.twin.sensor.SensorBench.assertGood;
import static org.altercor.hal.twin.sensor.SensorBench.assertLost;
import static org.altercor.hal.twin.sensor.SensorBench.look;
import static org.altercor.hal.twin.sensor.SensorBench.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.hal.port.Quality;
import org.altercor.hal.port.SwitchReading;
import org.junit.jupiter.api.Test;

class TwinLevelTest {
    private double truth;
    private final TwinLevel level = new TwinLevel(() -> truth, 200, new Timing(100 * MS, 500 * MS, 1));
    private final SensorBench bench = new SensorBench(level);

    private boolean isBelow() {
        SwitchReading reading = look(level::readBelowMark);
        assertThat(reading.quality()).isEqualTo(Quality.GOOD);
        return reading.rawActive();
    }

    private void settled(double ml) {
        truth = ml;
        bench.run(2_000);
    }

    @Test
    void itShowsTheVolumeAndWhetherItIsBelowTheMark() {
        settled(800);
        assertGood(level::readMl, 800, 12);
        assertThat(isBelow()).isFalse();
        settled(150);
        assertGood(level::readMl, 150, 12);
        assertThat(isBelow()).isTrue();
        settled(0);
        assertGood(level::readMl, 0, 12); // empty is a measurement
        settled(800);
        assertThat(isBelow()).isFalse();
    }

    @Test
    void stuckFullItHidesAnEmptyReservoirAndStuckEmptyAFullOne() {
        settled(0);
        bench.happen("stuck-full");
        bench.run(2_000);
        assertGood(level::readMl, 4_000, 0);
        assertThat(isBelow()).isFalse();
        bench.happen("none");
        settled(1_000);
        bench.happen("stuck-empty");
        bench.run(2_000);
        assertGood(level::readMl, 0, 0);
        assertThat(isBelow()).isTrue();
        bench.happen("none");
        settled(1_000);
        assertGood(level::readMl, 1_000, 12);
        assertThat(isBelow()).isFalse();
    }

    @Test
    void foamIsTakenForBlood() {
        settled(150);
        bench.happen("foam", 300);
        bench.run(2_000);
        assertGood(level::readMl, 450, 12);
        assertThat(isBelow()).isFalse();
        bench.happen("none");
        bench.run(2_000);
        assertThat(isBelow()).isTrue();
    }

    @Test
    void wavesMoveTheValueAndAStuckOneDoesNot() {
        settled(500);
        bench.happen("slosh", 100);
        assertThat(swing()).isBetween(120.0, 250.0);
        bench.happen("stuck");
        bench.run(1_000);
        assertThat(swing()).isZero();
        bench.happen("none");
        bench.run(1_000);
        assertThat(swing()).isLessThan(20);
    }

    private double swing() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 50; i++) {
            bench.run(100);
            double ml = read(level::readMl).value();
            least = Math.min(least, ml);
            most = Math.max(most, ml);
        }
        return most - least;
    }

    @Test
    void unpluggedNeitherVolumeNorMarkIsKnown() {
        settled(800);
        bench.happen("unplugged");
        bench.run(2_000);
        assertLost(level::readMl, Quality.DISCONNECTED);
        assertThat(look(level::readBelowMark).quality()).isEqualTo(Quality.DISCONNECTED);
        bench.happen("none");
        bench.run(2_000);
        assertGood(level::readMl, 800, 12);
        assertThat(isBelow()).isFalse();
    }

    @Test
    void aVolumeThatIsNoNumberIsNotKnownToBeAboveTheMark() {
        settled(800);
        truth = Double.NaN;
        bench.run(2_000);
        assertLost(level::readMl, Quality.MISSING);
        assertThat(look(level::readBelowMark).quality()).isEqualTo(Quality.MISSING);
        settled(800);
        assertGood(level::readMl, 800, 12);
        assertThat(isBelow()).isFalse();
    }

    @Test
    void aVolumeFarBelowEmptyIsNoMeasurement() {
        settled(-100);
        assertLost(level::readMl, Quality.OUT_OF_RANGE);
        assertThat(look(level::readBelowMark).quality()).isEqualTo(Quality.OUT_OF_RANGE);
    }

    @Test
    void theMarkIsNotKnownBeforeItHasLastedAndNotAgainAfterThePlugWasOut() {
        truth = 100;
        bench.run(500);
        assertThat(look(level::readBelowMark).quality()).isEqualTo(Quality.MISSING);
        bench.run(1);
        assertThat(isBelow()).isTrue();
        bench.happen("unplugged");
        bench.run(1_000);
        bench.happen("none");
        bench.run(400);
        assertThat(look(level::readBelowMark).quality()).isNotEqualTo(Quality.GOOD);
        bench.run(1_000);
        assertThat(isBelow()).isTrue();
    }

    @Test
    void silentItsVolumeAndItsMarkGrowOldThoughNothingIsSaid() {
        settled(800);
        bench.happen("silent");
        truth = 0;
        long lastNanos = read(level::readMl).sampledAtNanos();
        bench.run(2_000);
        assertThat(read(level::readMl).sampledAtNanos()).isEqualTo(lastNanos);
        assertThat(read(level::readMl).isUsable(bench.nowNanos(), 800 * MS)).isFalse();
        assertThat(look(level::readBelowMark).isUsable(bench.nowNanos(), 800 * MS))
                .isFalse();
        bench.happen("none");
        bench.run(2_000);
        assertGood(level::readMl, 0, 12);
        assertThat(isBelow()).isTrue();
    }
}
