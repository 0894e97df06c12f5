package org.altercor.hal.twin.sensor;

import static org.altercor.hal.twin.sensor.SensorBench.MS;
import static org.altercor.hal.twin.sensor.SensorBench.assertGood;
import static org.altercor.hal.twin.sensor.SensorBench.assertLost;
import static org.altercor.hal.twin.sensor.SensorBench.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.hal.port.Quality;
import org.junit.jupiter.api.Test;

class TwinBloodMonitorTest {
    private double truth;
    private final TwinBloodMonitor monitor =
            new TwinBloodMonitor(() -> truth, () -> 28, new Timing(1_000 * MS, 2_000 * MS, 1));
    private final SensorBench bench = new SensorBench(monitor);

    @Test
    void itsSaturationDriftsAndItsHaematocritDoesNot() {
        truth = 70;
        bench.run(5_000);
        assertGood(monitor::readSvO2Percent, 70, 1.5);
        assertGood(monitor::readHaematocritPercent, 28, 1.5);
        bench.happen("drift-per-hour", -720);
        bench.run(52_000);
        assertGood(monitor::readSvO2Percent, 60, 1.5);
        assertGood(monitor::readHaematocritPercent, 28, 1.5);
        bench.happen("none");
        bench.run(5_000);
        assertGood(monitor::readSvO2Percent, 70, 1.5);
    }

    @Test
    void lightBlindsBothAndStuckHoldsBoth() {
        truth = 70;
        bench.run(5_000);
        bench.happen("light");
        bench.run(5_000);
        assertLost(monitor::readSvO2Percent, Quality.POOR_SIGNAL);
        assertLost(monitor::readHaematocritPercent, Quality.POOR_SIGNAL);
        bench.happen("none");
        bench.happen("stuck");
        truth = 40;
        bench.run(5_000);
        assertGood(monitor::readSvO2Percent, 70, 1.5);
        bench.happen("none");
        bench.happen("unplugged");
        bench.run(5_000);
        assertLost(monitor::readHaematocritPercent, Quality.DISCONNECTED);
    }

    @Test
    void lightThatItDoesNotNoticeLooksGoodUntilItIsBeyondAnyBlood() {
        truth = 70;
        bench.run(5_000);
        bench.happen("glare", 20);
        bench.run(5_000);
        assertGood(monitor::readSvO2Percent, 90, 1.5);
        assertGood(monitor::readHaematocritPercent, 48, 1.5);
        bench.happen("glare", 20);
        bench.run(5_000);
        assertLost(monitor::readSvO2Percent, Quality.OUT_OF_RANGE);
        bench.happen("none");
        bench.run(5_000);
        assertGood(monitor::readSvO2Percent, 70, 1.5);
    }

    @Test
    void bloodThatIsFullAndBloodThatIsEmptyAreMeasured() {
        truth = 100;
        bench.run(5_000);
        assertGood(monitor::readSvO2Percent, 100, 1.5);
        truth = 0;
        bench.run(5_000);
        assertGood(monitor::readSvO2Percent, 0, 1.5);
    }

    @Test
    void theNoiseOfOneValueIsNotThatOfTheOther() {
        truth = 28;
        bench.run(5_000);
        double both = 0;
        double squares = 0;
        for (int i = 0; i < 1_000; i++) {
            bench.run(1_000);
            double saturation = read(monitor::readSvO2Percent).value() - 28;
            double haematocrit = read(monitor::readHaematocritPercent).value() - 28;
            both += saturation * haematocrit;
            squares += (saturation * saturation + haematocrit * haematocrit) / 2;
        }
        assertThat(both / squares).as("correlation").isBetween(-0.15, 0.15);
    }
}
