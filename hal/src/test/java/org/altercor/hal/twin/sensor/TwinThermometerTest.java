package org.altercor.hal.twin.sensor;

import static org.altercor.hal.twin.sensor.SensorBench.MS;
import static org.altercor.hal.twin.sensor.SensorBench.assertGood;
import static org.altercor.hal.twin.sensor.SensorBench.assertLost;
import static org.altercor.hal.twin.sensor.SensorBench.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.altercor.hal.port.Quality;
import org.junit.jupiter.api.Test;

class TwinThermometerTest {
    private double truth;
    private final TwinThermometer probe = new TwinThermometer(() -> truth, new Timing(100 * MS, 0, 1));
    private final SensorBench bench = new SensorBench(probe);

    @Test
    void itFollowsLateAndThreeTimesLaterWhenSlowed() {
        truth = 37;
        bench.run(1_000);
        assertGood(probe::readCelsius, 37, 0.15);
        truth = 27;
        bench.run(2_000);
        assertGood(probe::readCelsius, 27 + 10 * Math.exp(-1), 0.4);
        bench.run(20_000);
        bench.happen("lag", 3);
        truth = 37;
        bench.run(2_000);
        assertGood(probe::readCelsius, 37 - 10 * Math.exp(-1 / 3.0), 0.4);
        bench.happen("none");
        bench.run(20_000);
        assertGood(probe::readCelsius, 37, 0.15);
    }

    @Test
    void whatItsConverterReportsIsNoTemperature() {
        truth = 37;
        bench.run(1_000);
        for (String word : new String[] {"open", "short"}) {
            bench.happen(word);
            bench.run(500);
            assertLost(probe::readCelsius, Quality.DEVICE_FAULT);
            bench.assertGrowsOld(probe::readCelsius);
            bench.happen("none");
            bench.run(500);
            assertGood(probe::readCelsius, 37, 0.15);
        }
        bench.happen("unplugged");
        bench.run(500);
        assertLost(probe::readCelsius, Quality.DISCONNECTED);
    }

    @Test
    void theOddValuesOfOneWireProbesAreOutOfRange() {
        truth = 37;
        bench.run(1_000);
        bench.happen("power-on-value");
        bench.run(500);
        assertLost(probe::readCelsius, Quality.OUT_OF_RANGE);
        assertThat(read(probe::readCelsius).value()).isEqualTo(85);
        bench.happen("bus-lost-value");
        bench.run(500);
        assertLost(probe::readCelsius, Quality.OUT_OF_RANGE);
        assertThat(read(probe::readCelsius).value()).isEqualTo(-127);
        bench.happen("none");
        bench.run(500);
        assertGood(probe::readCelsius, 37, 0.15);
    }

    @Test
    void anOffsetAndAStuckValueLookGood() {
        truth = 37;
        bench.run(1_000);
        bench.happen("offset", -3);
        bench.run(500);
        assertGood(probe::readCelsius, 34, 0.15);
        bench.happen("none");
        bench.happen("stuck");
        truth = 20;
        bench.run(20_000);
        assertGood(probe::readCelsius, 34, 0.15);
        bench.happen("none");
        bench.run(20_000);
        assertGood(probe::readCelsius, 20, 0.15);
    }

    @Test
    void aTemperatureThatIsNoNumberIsMissingAndKeepsTheLastThatWasOne() {
        truth = 37;
        bench.run(1_000);
        truth = Double.NaN;
        bench.run(500);
        assertLost(probe::readCelsius, Quality.MISSING);
        assertThat(read(probe::readCelsius).value()).isCloseTo(37, within(0.15));
        bench.assertGrowsOld(probe::readCelsius);
        truth = 36;
        bench.run(500);
        assertGood(probe::readCelsius, 36, 0.15);
    }
}
