package org.altercor.hal.twin.sensor;

import static org.altercor.hal.twin.sensor.SensorBench.MS;
import static org.altercor.hal.twin.sensor.SensorBench.assertGood;
import static org.altercor.hal.twin.sensor.SensorBench.assertLost;
import static org.altercor.hal.twin.sensor.SensorBench.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwinFlowProbeTest {
    private double trueMlPerMin = 4_500;
    private double airMl;
    private final TwinFlowProbe probe =
            new TwinFlowProbe(() -> trueMlPerMin, () -> airMl, new Timing(100 * MS, 220 * MS, 3));
    private final SensorBench bench = new SensorBench(probe);

    @BeforeEach
    void itHasMeasuredForAMinute() {
        bench.run(60_000);
        assertGood(probe::readMlPerMin, 4_500, 30);
    }

    private void mended() {
        bench.happen("none");
        bench.run(1_000);
        assertGood(probe::readMlPerMin, trueMlPerMin, 30);
    }

    @Test
    void itShowsTheMeanOverItsWindowInStepsOfOneMlPerMin() {
        for (int i = 0; i < 1_000; i++) {
            trueMlPerMin = i % 100 < 50 ? 4_000 : 6_000; // pulses that fit the window
            bench.run(1);
        }
        Reading reading = read(probe::readMlPerMin);
        assertThat(reading.value()).isCloseTo(5_000, within(30.0)).isEqualTo(Math.rint(reading.value()));
    }

    @Test
    void aChangeArrivesAfterTheDeadTimeAndNoSooner() {
        trueMlPerMin = 0;
        bench.run(219);
        assertGood(probe::readMlPerMin, 4_500, 30);
        bench.run(220);
        assertGood(probe::readMlPerMin, 0, 30);
    }

    @Test
    void airInTheBeamTakesTheSightAndIsNotCalledZero() {
        airMl = 1;
        bench.run(400);
        assertLost(probe::readMlPerMin, Quality.POOR_SIGNAL);
        assertThat(read(probe::readMlPerMin).value()).as("the last it saw").isCloseTo(4_500, within(30.0));
        airMl = 0;
        bench.run(1_000);
        assertGood(probe::readMlPerMin, 4_500, 30);
    }

    @Test
    void aTraceOfAirDoesNotBlindIt() {
        airMl = 0.4;
        bench.run(1_000);
        assertGood(probe::readMlPerMin, 4_500, 30);
    }

    @Test
    void poorCouplingAndAMissingProbeAreSaid() {
        bench.happen("poor-coupling");
        bench.run(400);
        assertLost(probe::readMlPerMin, Quality.POOR_SIGNAL);
        bench.assertGrowsOld(probe::readMlPerMin);
        mended();
        bench.happen("unplugged");
        bench.run(400);
        assertLost(probe::readMlPerMin, Quality.DISCONNECTED);
        mended();
    }

    @Test
    void zeroErrorDriftAndGainLookGood() {
        bench.happen("zero", 200);
        bench.run(1_000);
        assertGood(probe::readMlPerMin, 4_700, 30);
        bench.happen("drift-per-hour", -1_800);
        bench.run(100_000);
        assertGood(probe::readMlPerMin, 4_650, 30);
        mended();
        bench.happen("gain", 1.1);
        bench.run(1_000);
        assertGood(probe::readMlPerMin, 4_950, 30);
        mended();
    }

    @Test
    void aClipTheWrongWayRoundTurnsTheSign() {
        bench.happen("reversed");
        bench.run(1_000);
        assertGood(probe::readMlPerMin, -4_500, 30);
        mended();
    }

    @Test
    void theSlowestMeanHidesAStopForSeconds() {
        bench.happen("ten-second-mean");
        bench.run(1_000);
        trueMlPerMin = 0;
        bench.run(5_300);
        assertGood(probe::readMlPerMin, 2_250, 150);
        bench.run(6_000);
        assertGood(probe::readMlPerMin, 0, 30);
        mended();
    }

    @Test
    void withoutTheSlowMeanTheSameStopIsSeenAtOnce() {
        trueMlPerMin = 0;
        bench.run(500);
        assertGood(probe::readMlPerMin, 0, 30);
    }

    @Test
    void aStuckValueStaysFresh() {
        bench.happen("stuck");
        bench.run(500);
        trueMlPerMin = 0;
        bench.run(1_000);
        assertGood(probe::readMlPerMin, 4_500, 30);
        bench.assertStaysFresh(probe::readMlPerMin);
        mended();
    }

    @Test
    void aBubbleThatIsGoneBeforeTheWindowEndsHasSpoiltIt() {
        for (int phase = 0; phase < 100; phase += 15) { // a window ends somewhere
            for (int i = 0; i < 1_000; i++) {
                airMl = (i + phase) % 100 < 20 ? 1 : 0;
                bench.run(1);
                if (i >= 400) {
                    assertLost(probe::readMlPerMin, Quality.POOR_SIGNAL);
                }
            }
        }
        airMl = 0;
        bench.run(1_000);
        assertGood(probe::readMlPerMin, 4_500, 30);
    }

    @Test
    void airThatIsNoNumberIsNotTakenForBlood() {
        airMl = Double.NaN;
        bench.run(400);
        assertLost(probe::readMlPerMin, Quality.POOR_SIGNAL);
    }

    @Test
    void airThatItFailsToNoticeMakesItShowAnythingAndCallItGood() {
        bench.happen("air-garbage");
        bench.run(1_000);
        assertGood(probe::readMlPerMin, 4_500, 30); // nothing happens while there is blood
        airMl = 1;
        int wild = 0;
        for (int i = 0; i < 20; i++) {
            bench.run(i == 0 ? 400 : 100);
            Reading reading = read(probe::readMlPerMin);
            assertThat(reading.quality()).isEqualTo(Quality.GOOD);
            wild += Math.abs(reading.value() - 4_500) > 1_000 ? 1 : 0;
        }
        assertThat(wild).isGreaterThan(10);
        airMl = 0;
        bench.run(1_000);
        assertGood(probe::readMlPerMin, 4_500, 30);
        airMl = 1;
        bench.happen("none");
        bench.run(1_000);
        assertLost(probe::readMlPerMin, Quality.POOR_SIGNAL);
    }

    @Test
    void aMeterThatIsTooHotSaysThatItIsFaulty() {
        bench.happen("over-temperature");
        bench.run(500);
        assertLost(probe::readMlPerMin, Quality.DEVICE_FAULT);
        mended();
    }

    @Test
    void aSecondDriftGoesOnFromWhereTheFirstHasBrought() {
        bench.happen("drift-per-hour", 1_800);
        bench.run(200_000);
        assertGood(probe::readMlPerMin, 4_600, 30);
        bench.happen("drift-per-hour", -1_800);
        bench.run(1_000);
        assertGood(probe::readMlPerMin, 4_600, 30);
        bench.run(100_000);
        assertGood(probe::readMlPerMin, 4_550, 30);
        mended();
    }

    @Test
    void silentItGrowsOldAndWhatWasOnItsWayIsLost() {
        long lastNanos = read(probe::readMlPerMin).sampledAtNanos();
        bench.happen("silent");
        bench.run(1_000);
        Reading reading = read(probe::readMlPerMin);
        assertThat(reading.quality()).as("nobody said anything").isEqualTo(Quality.GOOD);
        assertThat(reading.sampledAtNanos()).isEqualTo(lastNanos);
        assertThat(reading.isUsable(bench.nowNanos(), 520 * MS)).isFalse();
        long sample = reading.sample();
        bench.happen("none");
        bench.run(400);
        assertThat(read(probe::readMlPerMin).sample() - sample).as("no burst").isBetween(1L, 3L);
        assertGood(probe::readMlPerMin, 4_500, 30);
    }

    @Test
    void oneThatIsStuckBeforeItHadAValueHasNoneUntilItTakesOneAndKeepsThat() {
        trueMlPerMin = Double.NaN;
        var young = new TwinFlowProbe(() -> trueMlPerMin, () -> 0, new Timing(100 * MS, 220 * MS, 3));
        var its = new SensorBench(young);
        its.happen("stuck");
        its.run(1_000);
        assertLost(young::readMlPerMin, Quality.MISSING);
        trueMlPerMin = 4_500;
        its.run(1_000);
        trueMlPerMin = 0;
        its.run(1_000);
        assertGood(young::readMlPerMin, 4_500, 30);
    }
}
