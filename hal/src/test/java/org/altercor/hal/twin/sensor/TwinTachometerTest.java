package org.altercor.hal.twin.sensor;

import static org.altercor.hal.twin.sensor.SensorBench.MS;
import static org.altercor.hal.twin.sensor.SensorBench.assertGood;
import static org.altercor.hal.twin.sensor.SensorBench.assertLost;
import static org.altercor.hal.twin.sensor.SensorBench.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.altercor.hal.port.Quality;
import org.junit.jupiter.api.Test;

class TwinTachometerTest {
    private double truth;
    private final TwinTachometer tachometer = new TwinTachometer(() -> truth, new Timing(10 * MS, 30 * MS, 1));
    private final SensorBench bench = new SensorBench(tachometer);

    @Test
    void itCountsWholeEdgesAndLosesNone() {
        truth = 100;
        bench.run(100);
        double perEdge = 60_000.0 / (4_096 * 10);
        double sum = 0;
        for (int i = 0; i < 100; i++) {
            bench.run(10);
            double shown = read(tachometer::readSpeedRpm).value();
            assertThat(shown / perEdge).isCloseTo(Math.rint(shown / perEdge), within(1e-9));
            assertThat(shown).isCloseTo(100, within(perEdge));
            sum += shown;
        }
        assertThat(sum / 100).as("over a second").isCloseTo(100, within(0.03));
    }

    @Test
    void itKnowsTheDirectionUnlessItsTracksAreSwapped() {
        truth = -50;
        bench.run(200);
        assertGood(tachometer::readSpeedRpm, -50, 1.5);
        bench.happen("sign");
        bench.run(200);
        assertGood(tachometer::readSpeedRpm, 50, 1.5);
        bench.happen("none");
        bench.run(200);
        assertGood(tachometer::readSpeedRpm, -50, 1.5);
    }

    @Test
    void lostEdgesAStuckCounterAndAPulledPlug() {
        truth = 100;
        bench.run(200);
        bench.happen("lost-edges", 20);
        bench.run(200);
        assertGood(tachometer::readSpeedRpm, 80, 1.5);
        bench.happen("stuck");
        truth = 0;
        bench.run(200);
        assertGood(tachometer::readSpeedRpm, 80, 1.5);
        bench.happen("none");
        bench.run(200);
        assertGood(tachometer::readSpeedRpm, 0, 1.5);
        bench.happen("unplugged");
        bench.run(200);
        assertLost(tachometer::readSpeedRpm, Quality.DISCONNECTED);
    }

    @Test
    void aSpeedBeyondItsRangeIsNotAGoodOneRoundedDownFromItsEnd() {
        for (int periodMs : new int[] {7, 10}) { // steps that do not and that do divide the range
            var fast = new TwinTachometer(() -> truth, new Timing(periodMs * MS, 30 * MS, 1));
            var its = new SensorBench(fast);
            truth = 20_000;
            its.run(200);
            assertLost(fast::readSpeedRpm, Quality.OUT_OF_RANGE);
            truth = -20_000;
            its.run(200);
            assertLost(fast::readSpeedRpm, Quality.OUT_OF_RANGE);
            truth = 100;
            its.run(200);
            assertGood(fast::readSpeedRpm, 100, 2.2);
        }
    }

    @Test
    void aSpeedThatIsNoNumberDoesNotStopItForEver() {
        truth = 100;
        bench.run(200);
        truth = Double.NaN;
        bench.run(200);
        assertLost(tachometer::readSpeedRpm, Quality.MISSING);
        truth = 100;
        bench.run(200);
        assertGood(tachometer::readSpeedRpm, 100, 1.5);
    }
}
