package org.altercor.hal.twin.sensor;

import static org.altercor.hal.twin.sensor.SensorBench.MS;
import static org.altercor.hal.twin.sensor.SensorBench.assertGood;
import static org.altercor.hal.twin.sensor.SensorBench.assertLost;

import org.altercor.hal.port.Quality;
import org.junit.jupiter.api.Test;

class TwinGasMeterTest {
    private double truth;
    private final TwinGasMeter meter = new TwinGasMeter(() -> truth, () -> 80, new Timing(500 * MS, 1_000 * MS, 1));
    private final SensorBench bench = new SensorBench(meter);

    @Test
    void flowAndOxygenAreShownAndCanBeWrong() {
        truth = 3_000;
        bench.run(3_000);
        assertGood(meter::readMlPerMin, 3_000, 50);
        assertGood(meter::readOxygenPercent, 80, 1);
        bench.happen("gain", 2);
        bench.happen("oxygen-offset", -20);
        bench.run(3_000);
        assertGood(meter::readMlPerMin, 6_000, 50);
        assertGood(meter::readOxygenPercent, 60, 1);
        bench.happen("none");
        bench.run(3_000);
        assertGood(meter::readMlPerMin, 3_000, 50);
        truth = 0;
        bench.run(3_000);
        assertGood(meter::readMlPerMin, 0, 50); // a gas that is off is measured
    }

    @Test
    void unpluggedNothingIsKnown() {
        truth = 3_000;
        bench.run(3_000);
        bench.happen("stuck");
        truth = 0;
        bench.run(3_000);
        assertGood(meter::readMlPerMin, 3_000, 50);
        bench.happen("unplugged");
        bench.run(3_000);
        assertLost(meter::readMlPerMin, Quality.DISCONNECTED);
        assertLost(meter::readOxygenPercent, Quality.DISCONNECTED);
    }
}
