package org.altercor.hal.twin.sensor;

import static org.altercor.hal.twin.sensor.SensorBench.MS;
import static org.altercor.hal.twin.sensor.SensorBench.assertGood;
import static org.altercor.hal.twin.sensor.SensorBench.assertLost;
import static org.altercor.hal.twin.sensor.SensorBench.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwinPressureTest {
    private double trueMmHg = 200;
    private double otherMmHg = -20;
    private final PressureSockets sockets = new PressureSockets(List.of(() -> trueMmHg, () -> otherMmHg, () -> 7));
    private final TwinPressure sensor = channel(0);
    private final SensorBench bench = new SensorBench(sensor);

    private TwinPressure channel(int channel) {
        return new TwinPressure(sockets, channel, new Timing(10 * MS, 40 * MS, 7));
    }

    /// One that sees a steady pressure.
    private static TwinPressure at(double mmHg, long seed) {
        return new TwinPressure(new PressureSockets(List.of(() -> mmHg)), 0, new Timing(10 * MS, 40 * MS, seed));
    }

    @BeforeEach
    void itHasMeasuredForASecond() {
        bench.run(1_000);
        assertGood(sensor::readMmHg, 200, 0.6);
    }

    private void mended() {
        bench.happen("none");
        bench.run(3_000);
        assertGood(sensor::readMmHg, trueMmHg, 0.6);
    }

    private double shownMmHg() {
        return read(sensor::readMmHg).value();
    }

    /// Largest distance between two values within so long.
    private double swingMmHg(int milliseconds) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < milliseconds; i++) {
            bench.run(1);
            least = Math.min(least, shownMmHg());
            most = Math.max(most, shownMmHg());
        }
        return most - least;
    }

    @Test
    void nothingIsKnownBeforeTheFirstValueHasArrived() {
        var young = at(100, 7);
        var its = new SensorBench(young);
        its.run(40);
        assertLost(young::readMmHg, Quality.MISSING);
        its.run(1);
        assertGood(young::readMmHg, 100, 0.6);
    }

    @Test
    void aValueBearsTheTimeWhenItWasMeasuredAndArrivesTheDeadTimeLater() {
        trueMmHg = 300;
        long stepNanos = bench.nowNanos();
        Reading seen = read(sensor::readMmHg);
        while (seen.value() < 205) {
            bench.run(1);
            seen = read(sensor::readMmHg);
            assertThat(bench.nowNanos() - seen.sampledAtNanos()).isBetween(40 * MS, 49 * MS);
        }
        assertThat(bench.nowNanos() - stepNanos).isGreaterThanOrEqualTo(40 * MS);
        assertThat(seen.sampledAtNanos()).isGreaterThan(stepNanos);
    }

    @Test
    void itSpeaksOnceAPeriod() {
        long sample = read(sensor::readMmHg).sample();
        bench.run(1_000);
        assertThat(read(sensor::readMmHg).sample() - sample).isEqualTo(100);
    }

    @Test
    void twoSensorsOfOneSeedReadTheSameAndOfTwoSeedsDoNot() {
        var twin = at(200, 7);
        var other = at(200, 8);
        var twins = new SensorBench(twin);
        var others = new SensorBench(other);
        twins.run(1_000);
        others.run(1_000);
        boolean everDiffered = false;
        for (int i = 0; i < 100; i++) {
            assertThat(read(twin::readMmHg).value()).isEqualTo(shownMmHg());
            everDiffered |= read(other::readMmHg).value() != shownMmHg();
            bench.run(10);
            twins.run(10);
            others.run(10);
        }
        assertThat(everDiffered).isTrue();
    }

    @Test
    void anOpenBridgeStandsAtItsRailOutOfRange() {
        bench.happen("open");
        bench.run(100);
        assertThat(shownMmHg()).isEqualTo(800);
        assertLost(sensor::readMmHg, Quality.OUT_OF_RANGE);
        mended();
    }

    @Test
    void aShortedBridgeShowsAZeroThatLooksGood() {
        bench.happen("short");
        bench.run(100);
        assertGood(sensor::readMmHg, 0, 0);
        mended();
    }

    @Test
    void aPressureBeyondItsRangeIsNoGoodValue() {
        trueMmHg = 2_000;
        bench.run(500);
        assertLost(sensor::readMmHg, Quality.OUT_OF_RANGE);
        trueMmHg = 200;
        mended();
    }

    @Test
    void aStuckValueIsRepeatedWithNewTimesAndEvenItsNoiseIsDead() {
        bench.happen("stuck");
        bench.run(100);
        trueMmHg = 50;
        assertThat(swingMmHg(1_000)).isZero();
        assertThat(shownMmHg()).isCloseTo(200, within(0.6));
        assertThat(read(sensor::readMmHg).quality()).isEqualTo(Quality.GOOD);
        bench.assertStaysFresh(sensor::readMmHg);
        mended();
    }

    @Test
    void aShutStopcockLocksAPressureInWhoseNoiseLives() {
        bench.happen("stopcock");
        trueMmHg = 50;
        bench.run(1_000);
        assertGood(sensor::readMmHg, 200, 0.6);
        assertThat(swingMmHg(1_000)).isPositive();
        mended();
    }

    @Test
    void aBubbleInTheLineKeepsTheMeanAndTakesThePulses() {
        trueMmHg = 200;
        double healthy = pulsedSwing();
        bench.happen("damped");
        bench.run(10_000);
        double damped = pulsedSwing();
        assertThat(healthy).isGreaterThan(70);
        assertThat(damped).isLessThan(healthy / 5);
        assertThat(shownMmHg()).isCloseTo(200, within(10.0));
        trueMmHg = 200;
        mended();
    }

    /// 200 ± 40 mmHg at 2 Hz for 4 s.
    private double pulsedSwing() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 4_000; i++) {
            trueMmHg = 200 + 40 * StrictMath.sin(2 * Math.PI * 2 * i / 1_000);
            bench.run(1);
            if (i > 2_000) {
                least = Math.min(least, shownMmHg());
                most = Math.max(most, shownMmHg());
            }
        }
        return most - least;
    }

    @Test
    void anOffsetIsAddedAndAGainMultiplies() {
        bench.happen("offset", -50);
        bench.run(100);
        assertGood(sensor::readMmHg, 150, 0.6);
        bench.happen("gain", 2);
        bench.run(100);
        assertGood(sensor::readMmHg, 350, 0.6);
        mended();
    }

    @Test
    void aDriftGrowsByTheHour() {
        bench.happen("drift-per-hour", 3_600);
        bench.run(10_000);
        assertGood(sensor::readMmHg, 210, 1);
        bench.run(10_000);
        assertGood(sensor::readMmHg, 220, 1);
        mended();
    }

    @Test
    void humFromTheMainsShakesTheValue() {
        assertThat(swingMmHg(1_000)).isLessThan(1);
        bench.happen("hum", 100);
        assertThat(swingMmHg(5_000)).isGreaterThan(20);
        mended();
    }

    @Test
    void humIsSeenInWhicheverPhaseTheSensorHappensToLook() {
        for (int phaseMs = 0; phaseMs < 10; phaseMs++) {
            var shifted = at(200, 7);
            var its = new SensorBench(shifted);
            its.runUnseen(phaseMs);
            its.happen("hum", 100);
            its.run(100);
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < 1_000; i++) {
                its.run(10);
                least = Math.min(least, read(shifted::readMmHg).value());
                most = Math.max(most, read(shifted::readMmHg).value());
            }
            assertThat(most - least).as("%d ms", phaseMs).isGreaterThan(40);
        }
    }

    @Test
    void humIsNotStoppedByAStopcockNorByABubbleInTheLine() {
        for (String word : new String[] {"stopcock", "damped"}) {
            bench.happen(word);
            bench.happen("hum", 100);
            bench.run(1_000);
            assertThat(swingMmHg(5_000)).as(word).isGreaterThan(20);
            mended();
        }
    }

    @Test
    void twoSwappedPlugsMakeEachShowTheOtherAndNoThird() {
        TwinPressure next = channel(1);
        TwinPressure last = channel(2);
        var its = new SensorBench(next);
        var lasts = new SensorBench(last);
        bench.happen("swapped");
        bench.run(1_000);
        its.run(1_000);
        lasts.run(1_000);
        assertGood(sensor::readMmHg, -20, 0.6);
        assertGood(next::readMmHg, 200, 0.6);
        assertGood(last::readMmHg, 7, 0.6);
        mended();
        its.run(1_000);
        assertGood(next::readMmHg, -20, 0.6);
    }

    @Test
    void theNextOfTheLastChannelIsTheFirst() {
        TwinPressure last = channel(2);
        var lasts = new SensorBench(last);
        lasts.happen("swapped");
        lasts.run(1_000);
        bench.run(1_000);
        assertGood(last::readMmHg, 200, 0.6);
        assertGood(sensor::readMmHg, 7, 0.6);
    }

    @Test
    void ofThreePlugsInWrongSocketsEachIsInOne() {
        TwinPressure next = channel(1);
        TwinPressure last = channel(2);
        var its = new SensorBench(next);
        var lasts = new SensorBench(last);
        bench.happen("swapped");
        its.happen("swapped");
        bench.run(1_000);
        its.run(1_000);
        lasts.run(1_000);
        assertGood(sensor::readMmHg, -20, 0.6);
        assertGood(next::readMmHg, 7, 0.6);
        assertGood(last::readMmHg, 200, 0.6);
    }

    @Test
    void anUnpluggedSensorIsLostAndKeepsItsLastValueAndItsOldTime() {
        bench.happen("unplugged");
        bench.run(100);
        assertLost(sensor::readMmHg, Quality.DISCONNECTED);
        assertThat(shownMmHg()).isCloseTo(200, within(0.6));
        bench.assertGrowsOld(sensor::readMmHg);
        mended();
    }

    @Test
    void aWordItDoesNotKnowAndAnAmountItCannotTakeAreRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> bench.happen("exploded"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exploded")
                .hasMessageContaining("none, open, short");
        assertThatThrownBy(() -> bench.happen("gain", 5)).hasMessageContaining("0.5 to 2");
        assertThatThrownBy(() -> bench.happen("gain", Double.NaN)).hasMessageContaining("0.5 to 2");
        assertThatThrownBy(() -> bench.happen("gain")).hasMessageContaining("0.5 to 2");
        assertThatThrownBy(() -> bench.happen("open", 1)).hasMessageContaining("takes no amount");
        assertThatThrownBy(() -> sensor.happen("open", OptionalDouble.of(1))).isNotNull();
        bench.run(100);
        assertGood(sensor::readMmHg, 200, 0.6);
    }
}
