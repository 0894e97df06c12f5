package org.altercor.hal.rig;

import static org.altercor.hal.rig.RunningMachine.MS;
import static org.altercor.hal.rig.RunningMachine.look;
import static org.altercor.hal.rig.RunningMachine.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.altercor.hal.port.OutsideWorld;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.twin.TwinDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A shipped machine on its twin, with the circuit and the patient behind its ports.
class RigTwinTest {
    private final RunningMachine adult = new RunningMachine("adult-bypass");

    @ParameterizedTest
    @ValueSource(strings = {"adult-bypass", "adult-bypass-centrifugal"})
    void everySensorOfAnAllTwinMachineMeasures(String name) {
        var machine = new RunningMachine(name);
        machine.run(15_000); // the slowest is 10 s late
        SensorPorts ports = machine.sensors();
        List<Quality> qualities = new ArrayList<>();
        ports.pressure()
                .values()
                .forEach(port -> qualities.add(read(port::readMmHg).quality()));
        ports.flow()
                .values()
                .forEach(port -> qualities.add(read(port::readMlPerMin).quality()));
        ports.level().values().forEach(port -> qualities.add(read(port::readMl).quality()));
        ports.temperature()
                .values()
                .forEach(port -> qualities.add(read(port::readCelsius).quality()));
        ports.gas()
                .values()
                .forEach(port -> qualities.add(read(port::readOxygenPercent).quality()));
        ports.blood()
                .values()
                .forEach(
                        port -> qualities.add(read(port::readHaematocritPercent).quality()));
        ports.tachometers()
                .values()
                .forEach(port -> qualities.add(read(port::readSpeedRpm).quality()));
        ports.knobs()
                .values()
                .forEach(port -> qualities.add(read(port::readDetents).quality()));
        ports.power()
                .values()
                .forEach(port -> qualities.add(read(port::readBatteryMinutes).quality()));
        assertThat(qualities).hasSizeGreaterThan(15).containsOnly(Quality.GOOD);

        ports.air()
                .values()
                .forEach(port -> assertThat(look(port::readAirSeen).isKnownInactive(machine.nowNanos(), 60 * MS))
                        .as("as late as the rig says, 50 ms")
                        .isTrue());
        ports.lids()
                .values()
                .forEach(port -> assertThat(look(port::readOpen).isKnownInactive(machine.nowNanos(), 10 * MS))
                        .isTrue());
    }

    @Test
    void theArterialPumpMakesFlowAndPressureInTheLine() {
        adult.turnAt(80);
        assertThat(adult.flowMlPerMin()).isCloseTo(3_400, within(300.0));
        assertThat(adult.lineMmHg()).isGreaterThan(80);
        Reading tachometer = read(adult.sensors().tachometers().get("tachometer-arterial")::readSpeedRpm);
        assertThat(tachometer.value()).isCloseTo(80, within(1.5));
    }

    @Test
    void aSlippingBeltShowsInFlowAndTachometerButNotInTheDrive() {
        adult.turnAt(80);
        double before = adult.flowMlPerMin();
        adult.outside().perform("arterial.slip", 50);
        adult.run(3_000);
        assertThat(adult.flowMlPerMin()).isLessThan(0.7 * before);
        Reading tachometer = read(adult.sensors().tachometers().get("tachometer-arterial")::readSpeedRpm);
        assertThat(tachometer.value()).isCloseTo(40, within(1.5));
        assertThat(read(adult.rig().drives().getFirst()::readSpeedRpm).value()).isCloseTo(80, within(0.1));
        adult.outside().perform("arterial.none", 0);
        adult.run(3_000);
        assertThat(adult.flowMlPerMin()).isCloseTo(before, within(200.0));
    }

    @Test
    void aClampOnTheLineRaisesThePressureBehindIt() {
        adult.turnAt(60);
        double before = adult.lineMmHg();
        adult.outside().perform("arterial-line.closed-percent", 95);
        adult.run(1_000);
        assertThat(adult.lineMmHg()).isGreaterThan(before + 50);
        adult.outside().perform("arterial-line.closed-percent", 0);
        adult.run(3_000);
        assertThat(adult.lineMmHg()).isCloseTo(before, within(40.0));
    }

    @Test
    void airInTheLineIsSeenWhenItPassesTheDetectorAndOnlyThen() {
        adult.turnAt(80);
        assertThat(bubbles()).isZero();
        adult.outside().perform("arterial-line.air-ml", 1); // the detector of this machine sits at its beginning
        adult.run(200);
        assertThat(bubbles()).isEqualTo(1);
        adult.run(5_000);
        assertThat(bubbles()).isEqualTo(1);
        SwitchReading seen = look(adult.sensors().air().get("air-arterial")::readAirSeen);
        assertThat(seen.isKnownInactive(adult.nowNanos(), 60 * MS)).isTrue();
    }

    private long bubbles() {
        return look(adult.sensors().air().get("air-arterial")::readAirSeen).activations();
    }

    @Test
    void theMachinesOwnClampShutsItsLine() {
        var centrifugal = new RunningMachine("adult-bypass-centrifugal");
        centrifugal.turnAt(2_500);
        assertThat(centrifugal.flowMlPerMin()).isGreaterThan(1_000);
        centrifugal.rig().outputs().clamps().values().forEach(clamp -> clamp.close());
        centrifugal.run(3_000);
        assertThat(centrifugal.flowMlPerMin()).isCloseTo(0, within(60.0));
        centrifugal.rig().outputs().clamps().values().forEach(clamp -> clamp.open());
        centrifugal.run(5_000);
        assertThat(centrifugal.flowMlPerMin()).isGreaterThan(1_000);
    }

    @Test
    void aClampThatIsStuckAndSaysItIsShutLeavesTheLineOpen() {
        var centrifugal = new RunningMachine("adult-bypass-centrifugal");
        centrifugal.turnAt(2_500);
        centrifugal.outside().perform("clamp-arterial.stuck", 0);
        centrifugal.outside().perform("clamp-arterial.lies", 0);
        centrifugal.rig().outputs().clamps().values().forEach(clamp -> clamp.close());
        centrifugal.run(3_000);
        assertThat(read(centrifugal.rig().outputs().clamps().get("clamp-arterial")::readClosedPercent)
                        .value())
                .isEqualTo(100);
        assertThat(centrifugal.flowMlPerMin()).isGreaterThan(1_000);
    }

    @Test
    void handsOnTheConsoleAreActsToo() {
        adult.outside().perform("lid-arterial.open", 0);
        adult.outside().perform("knob-arterial.turn", 3);
        adult.outside().perform("emergency-stop.pressed", 0);
        adult.run(100);
        assertThat(look(adult.sensors().lids().get("lid-arterial")::readOpen).rawActive())
                .isTrue();
        assertThat(look(adult.sensors().emergencyStops().get("emergency-stop")::readPressed)
                        .rawActive())
                .isTrue();
        assertThat(read(adult.sensors().knobs().get("knob-arterial")::readDetents)
                        .value())
                .isEqualTo(3);
    }

    @Test
    void anActThatThereIsNotOrThatIsTooMuchIsRefused() {
        assertThatThrownBy(() -> adult.outside().perform("arterial.melted", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("arterial.melted");
        assertThatThrownBy(() -> adult.outside().perform("arterial.slip", 101)).hasMessageContaining("0.0 to 100.0");
        assertThatThrownBy(() -> adult.outside().perform("arterial.slip", Double.NaN))
                .hasMessageContaining("NaN");
    }

    @Test
    void everyActSaysWhatItDoes() {
        assertThat(adult.outside().acts())
                .allMatch(act -> !act.meaning().isBlank() && act.smallest() <= act.largest())
                .extracting(OutsideWorld.Act::name)
                .contains("pressure-line.stopcock", "venous-line.closed-percent", "arterial.silent-line");
    }

    /// Sensors that look at the circuit, with their reading.
    private static Map<String, Reading> circuitOf(RunningMachine machine) {
        Map<String, Reading> readings = new TreeMap<>();
        SensorPorts ports = machine.sensors();
        ports.pressure().forEach((name, port) -> readings.put(name, read(port::readMmHg)));
        ports.flow().forEach((name, port) -> readings.put(name, read(port::readMlPerMin)));
        ports.level().forEach((name, port) -> readings.put(name, read(port::readMl)));
        ports.temperature().forEach((name, port) -> readings.put(name, read(port::readCelsius)));
        ports.gas().forEach((name, port) -> readings.put(name, read(port::readMlPerMin)));
        ports.blood().forEach((name, port) -> readings.put(name, read(port::readSvO2Percent)));
        ports.tachometers().forEach((name, port) -> readings.put(name, read(port::readSpeedRpm)));
        return readings;
    }

    /// Everything that can happen to a sensor, as acts: a part of the circuit may share its name.
    private static List<String> happeningsOf(RunningMachine machine, String sensor) {
        SensorPorts ports = machine.sensors();
        return Stream.of(
                        ports.pressure(),
                        ports.flow(),
                        ports.level(),
                        ports.temperature(),
                        ports.gas(),
                        ports.blood(),
                        ports.tachometers())
                .flatMap(each -> Stream.ofNullable(each.get(sensor)))
                .flatMap(port -> ((TwinDevice<?>) port).happenings().stream())
                .map(what -> sensor + "." + what.words().word())
                .toList();
    }

    @Test
    void aSensorToWhichEverythingHappenedReadsLikeOneToWhichNothingDidWhenItIsMended() {
        var other = new RunningMachine("adult-bypass");
        adult.turnAt(80);
        other.turnAt(80);
        Map<String, OutsideWorld.Act> acts = new HashMap<>();
        adult.outside().acts().forEach(act -> acts.put(act.name(), act));
        int happened = 0;
        for (String sensor : circuitOf(adult).keySet()) {
            for (String name : happeningsOf(adult, sensor)) {
                OutsideWorld.Act act = Objects.requireNonNull(acts.get(name), name);
                adult.outside().perform(name, act.smallest() + 0.6 * (act.largest() - act.smallest()));
                adult.run(50);
                other.run(50);
                happened++;
            }
            adult.outside().perform(sensor + ".none", 0);
        }
        assertThat(happened).isGreaterThan(100);
        adult.run(60_000); // the slowest probe forgets
        other.run(60_000);
        Map<String, Reading> mended = circuitOf(adult);
        circuitOf(other).forEach((name, untouched) -> {
            assertThat(mended.get(name).quality()).as(name).isEqualTo(Quality.GOOD);
            assertThat(mended.get(name).value())
                    .as(name)
                    .isCloseTo(untouched.value(), within(2 + 0.03 * Math.abs(untouched.value())));
        });
    }
}
