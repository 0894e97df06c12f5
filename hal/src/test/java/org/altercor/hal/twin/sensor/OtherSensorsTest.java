package org.altercor.hal.twin.sensor;

import static org.altercor.hal.twin.sensor.SensorBench.MS;
import static org.altercor.hal.twin.sensor.SensorBench.assertGood;
import static org.altercor.hal.twin.sensor.SensorBench.assertLost;
import static org.altercor.hal.twin.sensor.SensorBench.look;
import static org.altercor.hal.twin.sensor.SensorBench.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.altercor.hal.port.Quality;
import org.altercor.hal.port.SwitchReading;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OtherSensorsTest {
    private double truth;

    @Nested
    class Level {
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
    }

    @Nested
    class Temperature {
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
            bench.happen("bus-lost-value");
            bench.run(500);
            assertLost(probe::readCelsius, Quality.OUT_OF_RANGE);
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
    }

    @Nested
    class Blood {
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
    }

    @Nested
    class Gas {
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

    @Nested
    class Tachometer {
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
    }

    @Nested
    class Console {
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
            assertThat(look(stop::readPressed).isKnownInactive(bench.nowNanos(), 10 * MS))
                    .isTrue();
            bench.happen("pressed");
            bench.run(1);
            assertThat(look(stop::readPressed).isKnownActive(bench.nowNanos(), 10 * MS))
                    .isTrue();
            bench.happen("none");
            bench.run(1);
            assertThat(look(stop::readPressed).rawActive()).isFalse();
            bench.happen("unplugged");
            bench.run(10);
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
    }
}
