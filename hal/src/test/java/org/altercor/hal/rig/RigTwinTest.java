package org.altercor.hal.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.line.LineOpener.Opening;
import org.altercor.hal.port.OutsideWorld;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.time.DeterministicExecutor;
import org.altercor.hal.time.ThreadRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A shipped machine on its twin, with the circuit and the patient behind its ports.
class RigTwinTest {
    private static final long MS = 1_000_000;
    private static final long LEASE_NANOS = 300 * MS;

    private final Running adult = new Running("adult-bypass");

    /// A machine that runs with somebody who commands its arterial pump.
    private static final class Running {
        private final Rig rig;
        private final OutsideWorld outside;
        private final DeterministicExecutor executor = new DeterministicExecutor(1);
        private double arterialRpm;

        Running(String name) {
            Machine machine = whole(name);
            var beat = new SupervisorBeat(Duration.ofMillis(100));
            try {
                rig = RigBinder.bind(machine, beat, _ -> () -> new Opening.Refused("no port in this test"));
            } catch (UnboundDriverException e) {
                throw new AssertionError(e);
            }
            outside = rig.outside().orElseThrow();
            rig.scheduleOn(executor);
            executor.every(ThreadRole.CONTROL, "operator", 10 * MS, nowNanos -> {
                beat.beat(nowNanos);
                rig.drives().getFirst().command(arterialRpm, nowNanos + LEASE_NANOS);
            });
        }

        private static Machine whole(String name) {
            return switch (new MachineFiles(LocalDate.of(2026, 11, 23)).machine(name)) {
                case Checked.Whole(Machine machine) -> machine;
                case Checked.Refused refused -> throw new AssertionError(refused.render());
                case Checked.Part part -> throw new AssertionError(part);
            };
        }

        void run(int milliseconds) {
            executor.runFor(milliseconds * MS);
        }

        /// Turns the arterial pump, and lets flow and pressures find their level.
        void turnAt(double speedRpm) {
            arterialRpm = 0;
            run(100);
            arterialRpm = speedRpm;
            run(10_000);
        }

        /// Mean of the next three seconds: rollers pulse.
        double flowMlPerMin() {
            double sum = 0;
            for (int i = 0; i < 30; i++) {
                run(100);
                Reading reading = read(rig.sensors().flow().get("flow-arterial")::readMlPerMin);
                assertThat(reading.quality()).isEqualTo(Quality.GOOD);
                sum += reading.value();
            }
            return sum / 30;
        }

        double lineMmHg() {
            return read(rig.sensors().pressure().get("pressure-line")::readMmHg).value();
        }

        /// What every analogue port of the machine reads, and how often air was seen: everything in it, to the bit.
        List<Object> everything() {
            List<Object> all = new ArrayList<>();
            SensorPorts ports = rig.sensors();
            ports.pressure().values().forEach(port -> note(read(port::readMmHg), all));
            ports.flow().values().forEach(port -> note(read(port::readMlPerMin), all));
            ports.level().values().forEach(port -> note(read(port::readMl), all));
            ports.temperature().values().forEach(port -> note(read(port::readCelsius), all));
            ports.gas().values().forEach(port -> note(read(port::readMlPerMin), all));
            ports.blood().values().forEach(port -> note(read(port::readSvO2Percent), all));
            ports.tachometers().values().forEach(port -> note(read(port::readSpeedRpm), all));
            rig.drives().forEach(drive -> note(read(drive::readCurrentAmps), all));
            ports.air().values().forEach(port -> {
                var seen = new SwitchReading();
                port.readAirSeen(seen);
                all.add(seen.rawActive());
                all.add(seen.activations());
            });
            return all;
        }

        private static void note(Reading reading, List<Object> into) {
            into.add(Double.doubleToRawLongBits(reading.value()));
            into.add(reading.sampledAtNanos());
            into.add(reading.sample());
            into.add(reading.quality());
        }
    }

    private static Reading read(Consumer<Reading> port) {
        var reading = new Reading();
        port.accept(reading);
        return reading;
    }

    @ParameterizedTest
    @ValueSource(strings = {"adult-bypass", "adult-bypass-centrifugal"})
    void everySensorOfAnAllTwinMachineMeasures(String name) {
        var machine = new Running(name);
        machine.run(15_000); // the slowest is 10 s late
        SensorPorts ports = machine.rig.sensors();
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

        var seen = new SwitchReading();
        ports.air().values().forEach(port -> {
            port.readAirSeen(seen);
            assertThat(seen.isKnownInactive(machine.executor.nanoTime(), 10 * MS))
                    .isTrue();
        });
        ports.lids().values().forEach(port -> {
            port.readOpen(seen);
            assertThat(seen.isKnownInactive(machine.executor.nanoTime(), 10 * MS))
                    .isTrue();
        });
    }

    @Test
    void theArterialPumpMakesFlowAndPressureInTheLine() {
        adult.turnAt(80);
        assertThat(adult.flowMlPerMin()).isCloseTo(3_400, within(300.0));
        assertThat(adult.lineMmHg()).isGreaterThan(80);
        Reading tachometer = read(adult.rig.sensors().tachometers().get("tachometer-arterial")::readSpeedRpm);
        assertThat(tachometer.value()).isCloseTo(80, within(1.5));
    }

    @Test
    void aSlippingBeltShowsInFlowAndTachometerButNotInTheDrive() {
        adult.turnAt(80);
        double before = adult.flowMlPerMin();
        adult.outside.perform("arterial.slip", 50);
        adult.run(3_000);
        assertThat(adult.flowMlPerMin()).isLessThan(0.7 * before);
        Reading tachometer = read(adult.rig.sensors().tachometers().get("tachometer-arterial")::readSpeedRpm);
        assertThat(tachometer.value()).isCloseTo(40, within(1.5));
        assertThat(read(adult.rig.drives().getFirst()::readSpeedRpm).value()).isCloseTo(80, within(0.1));
        adult.outside.perform("arterial.none", 0);
        adult.run(3_000);
        assertThat(adult.flowMlPerMin()).isCloseTo(before, within(200.0));
    }

    @Test
    void aClampOnTheLineRaisesThePressureBehindIt() {
        adult.turnAt(60);
        double before = adult.lineMmHg();
        adult.outside.perform("arterial-line.closed-percent", 95);
        adult.run(1_000);
        assertThat(adult.lineMmHg()).isGreaterThan(before + 50);
        adult.outside.perform("arterial-line.closed-percent", 0);
        adult.run(3_000);
        assertThat(adult.lineMmHg()).isCloseTo(before, within(40.0));
    }

    @Test
    void airInTheLineIsSeenWhenItPassesTheDetectorAndOnlyThen() {
        adult.turnAt(80);
        assertThat(bubbles()).isZero();
        adult.outside.perform("arterial-line.air-ml", 1); // the detector of this machine sits at its beginning
        adult.run(200);
        assertThat(bubbles()).isEqualTo(1);
        adult.run(5_000);
        assertThat(bubbles()).isEqualTo(1);
        var seen = new SwitchReading();
        adult.rig.sensors().air().get("air-arterial").readAirSeen(seen);
        assertThat(seen.isKnownInactive(adult.executor.nanoTime(), 10 * MS)).isTrue();
    }

    private long bubbles() {
        var seen = new SwitchReading();
        adult.rig.sensors().air().get("air-arterial").readAirSeen(seen);
        return seen.activations();
    }

    @Test
    void theMachinesOwnClampShutsItsLine() {
        var centrifugal = new Running("adult-bypass-centrifugal");
        centrifugal.turnAt(2_500);
        assertThat(centrifugal.flowMlPerMin()).isGreaterThan(1_000);
        centrifugal.rig.outputs().clamps().values().forEach(clamp -> clamp.close());
        centrifugal.run(3_000);
        assertThat(centrifugal.flowMlPerMin()).isCloseTo(0, within(60.0));
        centrifugal.rig.outputs().clamps().values().forEach(clamp -> clamp.open());
        centrifugal.run(5_000);
        assertThat(centrifugal.flowMlPerMin()).isGreaterThan(1_000);
    }

    @Test
    void aClampThatIsStuckAndSaysItIsShutLeavesTheLineOpen() {
        var centrifugal = new Running("adult-bypass-centrifugal");
        centrifugal.turnAt(2_500);
        centrifugal.outside.perform("clamp-arterial.stuck", 0);
        centrifugal.outside.perform("clamp-arterial.lies", 0);
        centrifugal.rig.outputs().clamps().values().forEach(clamp -> clamp.close());
        centrifugal.run(3_000);
        var position = new Reading();
        centrifugal.rig.outputs().clamps().get("clamp-arterial").readClosedPercent(position);
        assertThat(position.value()).isEqualTo(100);
        assertThat(centrifugal.flowMlPerMin()).isGreaterThan(1_000);
    }

    @Test
    void handsOnTheConsoleAreActsToo() {
        adult.outside.perform("lid-arterial.open", 0);
        adult.outside.perform("knob-arterial.turn", 3);
        adult.outside.perform("emergency-stop.pressed", 0);
        adult.run(100);
        var open = new SwitchReading();
        adult.rig.sensors().lids().get("lid-arterial").readOpen(open);
        assertThat(open.rawActive()).isTrue();
        var pressed = new SwitchReading();
        adult.rig.sensors().emergencyStops().get("emergency-stop").readPressed(pressed);
        assertThat(pressed.rawActive()).isTrue();
        assertThat(read(adult.rig.sensors().knobs().get("knob-arterial")::readDetents)
                        .value())
                .isEqualTo(3);
    }

    @Test
    void anActThatThereIsNotOrThatIsTooMuchIsRefused() {
        assertThatThrownBy(() -> adult.outside.perform("arterial.melted", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("arterial.melted");
        assertThatThrownBy(() -> adult.outside.perform("arterial.slip", 101)).hasMessageContaining("0.0 to 100.0");
        assertThatThrownBy(() -> adult.outside.perform("arterial.slip", Double.NaN))
                .hasMessageContaining("NaN");
    }

    @Test
    void everyActIsNamedOnceAndSaysWhatItDoes() {
        assertThat(adult.outside.acts()).extracting(OutsideWorld.Act::name).doesNotHaveDuplicates();
        assertThat(adult.outside.acts())
                .allMatch(act -> !act.meaning().isBlank() && act.smallest() <= act.largest())
                .extracting(OutsideWorld.Act::name)
                .contains("pressure-line.stopcock", "venous-line.closed-percent", "arterial.silent-line");
    }

    @Test
    void aStepOfTheTwinWithAllItsSensorsAllocatesNothing() {
        adult.turnAt(80);
        adult.outside.perform("pressure-line.hum", 10);
        adult.outside.perform("air-arterial.false-trips-per-hour", 36_000);
        adult.run(20_000); // so that the compiler has seen it
        var twin = adult.rig.tasks().stream()
                .filter(task -> task.role() == ThreadRole.TWIN)
                .findFirst()
                .orElseThrow()
                .task();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long nowNanos = adult.executor.nanoTime();
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                nowNanos += MS;
                twin.cycle(nowNanos);
            }
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(fewest).isZero();
    }

    /// A short and eventful case: everything that was read, ten times a second.
    private static List<Object> eventful() {
        var machine = new Running("adult-bypass");
        List<Object> all = new ArrayList<>();
        machine.arterialRpm = 0;
        machine.run(100);
        machine.arterialRpm = 80;
        for (int i = 0; i < 100; i++) {
            switch (i) {
                case 20 -> machine.outside.perform("pressure-line.drift-per-hour", 3_600);
                case 30 -> machine.outside.perform("flow-arterial.gain", 1.1);
                case 40 -> machine.outside.perform("air-arterial.false-trips-per-hour", 36_000);
                case 50 -> machine.outside.perform("arterial-line.air-ml", 2);
                case 60 -> machine.outside.perform("arterial.silent-line", 0);
                case 70 -> machine.outside.perform("arterial.none", 0);
                default -> {}
            }
            machine.run(100);
            all.addAll(machine.everything());
        }
        return all;
    }

    @Test
    void theSameCaseReadsTheSameToTheBitAndOnAnotherThreadToo() throws InterruptedException {
        List<Object> here = eventful();
        List<Object> there = new ArrayList<>();
        Thread other = new Thread(() -> there.addAll(eventful()));
        other.start();
        other.join();
        assertThat(here).hasSizeGreaterThan(5_000).isEqualTo(eventful());
        assertThat(there).isEqualTo(here);
    }
}
