package org.altercor.hal.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.altercor.config.Machine;
import org.altercor.config.rig.SensorWiring;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.LineClamp;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.time.MonotonicClock;
import org.altercor.hal.twin.Signal;

/// What a machine reads, as signals beside what is so:
///
/// | signal | what it is |
/// |---|---|
/// | `read.DEVICE.QUANTITY` | the value; not known (NaN) while it is not good, or older than the device may be |
/// | `read.DEVICE.QUANTITY.quality` | what is known about it: the code of its [Quality], 5 is good |
/// | `read.DEVICE.QUANTITY.age-ms` | time since it was measured; not known before the first measurement |
/// | `read.DEVICE.QUANTITY.activations` | of what is on or off: how often it has become active |
///
/// Read on the twin's thread. Reading allocates nothing.
final class MachineReadouts {
    private static final String QUALITIES = Arrays.stream(Quality.values())
            .sorted((one, other) -> Byte.compare(other.code(), one.code()))
            .map(quality -> quality.code() + " "
                    + quality.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(", "));

    private static final double NANOS_PER_MS = 1e6;

    private final Machine machine;
    private final MonotonicClock clock;
    private final List<Signal> signals = new ArrayList<>();

    private MachineReadouts(Machine machine, MonotonicClock clock) {
        this.machine = machine;
        this.clock = clock;
    }

    /// Everything that a machine reads, in a fixed order.
    ///
    /// @param clock by which its readings are dated
    static List<Signal> of(Machine machine, Rig rig, MonotonicClock clock) {
        var readouts = new MachineReadouts(machine, clock);
        rig.pumps().forEach(pump -> readouts.drive(pump.name(), pump.drive()));
        rig.outputs().clamps().forEach(readouts::clamp);
        readouts.sensors(rig.sensors());
        return List.copyOf(readouts.signals);
    }

    private void drive(String pump, PumpDrive drive) {
        var its = new Device(pump, Duration.ofNanos(DriveStatus.SPEED_AGE_NANOS));
        its.value("speed-rpm", "rpm", "speed", drive::readSpeedRpm);
        its.value("current-a", "A", "current", drive::readCurrentAmps);
        its.value("fault-code", "", "fault code, 0 for none", drive::readFaultCode);
    }

    /// A clamp counts as lost when a quick sensor would (J): no rig says how often a clamp speaks.
    private void clamp(String name, LineClamp clamp) {
        var its = new Device(name, SensorWiring.QUICKEST_LOSS);
        its.value("closed-percent", "%", "position: 0 open, 100 closed", clamp::readClosedPercent);
        its.onOff("moving", "1 while the jaw travels", clamp::readMoving);
    }

    private void sensors(SensorPorts its) {
        its.air().forEach((name, port) -> sensor(name).onOff("air", "1 while air is seen", port::readAirSeen));
        its.level().forEach((name, port) -> {
            sensor(name).value("level-ml", "mL", "volume", port::readMl);
            sensor(name).onOff("below-mark", "1 while it is below the lowest mark", port::readBelowMark);
        });
        its.pressure().forEach((name, port) -> sensor(name).value("pressure-mmhg", "mmHg", "pressure", port::readMmHg));
        its.flow().forEach((name, port) -> sensor(name).value("flow-ml-per-min", "mL/min", "flow", port::readMlPerMin));
        its.temperature()
                .forEach((name, port) ->
                        sensor(name).value("temperature-celsius", "°C", "temperature", port::readCelsius));
        its.gas().forEach((name, port) -> {
            sensor(name).value("flow-ml-per-min", "mL/min", "flow of gas", port::readMlPerMin);
            sensor(name).value("oxygen-percent", "%", "oxygen in the gas", port::readOxygenPercent);
        });
        its.blood().forEach((name, port) -> {
            sensor(name).value("svo2-percent", "%", "venous saturation", port::readSvO2Percent);
            sensor(name).value("haematocrit-percent", "%", "haematocrit", port::readHaematocritPercent);
        });
        its.tachometers().forEach((name, port) -> sensor(name).value("speed-rpm", "rpm", "speed", port::readSpeedRpm));
        its.lids().forEach((name, port) -> sensor(name).onOff("open", "1 while it is open", port::readOpen));
        its.knobs().forEach((name, port) -> {
            sensor(name).value("detents", "", "detents since it began, clockwise", port::readDetents);
            sensor(name).onOff("pushed", "1 while it is held down", port::readPushed);
        });
        its.emergencyStops()
                .forEach((name, port) -> sensor(name).onOff("pressed", "1 while it is pressed", port::readPressed));
        its.power().forEach((name, port) -> {
            sensor(name).onOff("mains", "1 while the mains are there", port::readMainsPresent);
            sensor(name).value("battery-min", "min", "minutes left in the battery", port::readBatteryMinutes);
        });
    }

    private Device sensor(String name) {
        return new Device(name, machine.rig().sensor(name).orElseThrow().lostAfter());
    }

    /// Makes the signals of one device.
    private final class Device {
        private final String name;
        private final long maxAgeNanos;

        Device(String name, Duration lostAfter) {
            this.name = name;
            maxAgeNanos = lostAfter.toNanos();
        }

        void value(String quantity, String unit, String meaning, Consumer<Reading> port) {
            var reading = new Reading();
            String signal = "read." + name + "." + quantity;
            signals.add(new Signal(signal, unit, meaning + ", as it is read", () -> {
                port.accept(reading);
                return reading.isUsable(clock.nanoTime(), maxAgeNanos) ? reading.value() : Double.NaN;
            }));
            signals.add(new Signal(signal + ".quality", "", QUALITIES, () -> {
                port.accept(reading);
                return reading.quality().code();
            }));
            signals.add(new Signal(signal + ".age-ms", "ms", "time since it was measured", () -> {
                port.accept(reading);
                return age(reading.sample(), reading.sampledAtNanos());
            }));
        }

        void onOff(String quantity, String meaning, Consumer<SwitchReading> port) {
            var reading = new SwitchReading();
            String signal = "read." + name + "." + quantity;
            signals.add(new Signal(signal, "", meaning + ", as it is read", () -> {
                port.accept(reading);
                boolean isKnown = reading.isUsable(clock.nanoTime(), maxAgeNanos);
                return isKnown ? reading.rawActive() ? 1 : 0 : Double.NaN;
            }));
            signals.add(new Signal(signal + ".quality", "", QUALITIES, () -> {
                port.accept(reading);
                return reading.quality().code();
            }));
            signals.add(new Signal(signal + ".age-ms", "ms", "time since it was looked at", () -> {
                port.accept(reading);
                return age(reading.sample(), reading.sampledAtNanos());
            }));
            signals.add(new Signal(signal + ".activations", "", "how often it has become active", () -> {
                port.accept(reading);
                return reading.sample() == 0 ? Double.NaN : reading.activations();
            }));
        }

        private double age(long sample, long sampledAtNanos) {
            return sample == 0 ? Double.NaN : (clock.nanoTime() - sampledAtNanos) / NANOS_PER_MS;
        }
    }
}
