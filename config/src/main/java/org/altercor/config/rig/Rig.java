package org.altercor.config.rig;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.altercor.config.PumpRole;

/// The wiring of a machine: which driver stands behind each port, over which bus, and what guards the patient by wire.
///
/// @param name        name
/// @param title       for people
/// @param bench       the banner of a bench rig; absent on a rig that is all hardware and all guarded
/// @param waiver      who took it on themselves that the arterial pump runs on without protection by wire
/// @param buses       serial buses
/// @param drives      one drive for each pump
/// @param sensors     wiring of each sensor
/// @param outputs     clamps, run power, STO, buzzer, lamps
/// @param protections what still watches when the program is dead
public record Rig(
        String name,
        String title,
        Optional<String> bench,
        Optional<Waiver> waiver,
        List<Bus> buses,
        List<Drive> drives,
        List<SensorWiring> sensors,
        List<Output> outputs,
        List<HardwareProtection> protections) {
    public Rig {
        buses = List.copyOf(buses);
        drives = List.copyOf(drives);
        sensors = List.copyOf(sensors);
        outputs = List.copyOf(outputs);
        protections = List.copyOf(protections);
    }

    /// Whether every port is bound to the twin: nothing this rig does can move anything.
    public boolean isAllTwin() {
        return drives.stream().allMatch(drive -> drive.driver() instanceof Drive.Driver.Twin)
                && sensors.stream().allMatch(sensor -> sensor.driver() instanceof SensorWiring.Driver.Twin)
                && outputs.stream().allMatch(output -> output.driver() instanceof Output.Driver.Twin);
    }

    /// Whether any port is bound to the twin.
    public boolean hasTwin() {
        return drives.stream().anyMatch(drive -> drive.driver() instanceof Drive.Driver.Twin)
                || sensors.stream().anyMatch(sensor -> sensor.driver() instanceof SensorWiring.Driver.Twin)
                || outputs.stream().anyMatch(output -> output.driver() instanceof Output.Driver.Twin);
    }

    /// The ports behind which something stands that is not the twin, in words; none when the rig is all twin.
    public List<String> hardware() {
        return Stream.of(
                        drives.stream()
                                .filter(drive -> !(drive.driver() instanceof Drive.Driver.Twin))
                                .map(drive -> "drive " + drive.pump()),
                        sensors.stream()
                                .filter(sensor -> !(sensor.driver() instanceof SensorWiring.Driver.Twin))
                                .map(sensor -> "sensor " + sensor.name()),
                        outputs.stream()
                                .filter(output -> !(output.driver() instanceof Output.Driver.Twin))
                                .map(output -> "output " + output.name()))
                .flatMap(ports -> ports)
                .toList();
    }

    /// Names of the outputs of a kind.
    public List<String> outputs(OutputKind kind) {
        return outputs.stream()
                .filter(output -> output.kind() == kind)
                .map(Output::name)
                .toList();
    }

    /// The drive of a pump.
    public Optional<Drive> drive(String pump) {
        return drives.stream().filter(drive -> drive.pump().equals(pump)).findFirst();
    }

    /// The wiring of a sensor.
    public Optional<SensorWiring> sensor(String name) {
        return sensors.stream().filter(sensor -> sensor.name().equals(name)).findFirst();
    }

    /// Whether a pump's power ceases with the run pulses.
    public boolean isFedByRunPulses(String pump) {
        return output(OutputKind.RUN_PULSES, pump).isPresent();
    }

    /// Whether a pump's torque can be cut by the second path.
    public boolean hasSafeTorqueOff(String pump) {
        return output(OutputKind.STO, pump).isPresent();
    }

    /// The electric clamp on a pump's line.
    public Optional<Output> clamp(String pump) {
        return output(OutputKind.CLAMP, pump);
    }

    /// The first output of a kind that acts on a pump, or on its line.
    public Optional<Output> output(OutputKind kind, String pump) {
        return outputs.stream()
                .filter(output -> output.kind() == kind && output.serves(pump))
                .findFirst();
    }

    /// Those that guard a pump against a hazard by wire.
    public List<HardwareProtection> guards(String pump, Hazard hazard) {
        return protections.stream()
                .filter(protection -> protection.pumps().contains(pump)
                        && protection.against().contains(hazard))
                .toList();
    }

    /// Hazards that must be watched by wire while a pump of a role holds its speed without a program.
    public static List<Hazard> guardedWhileHolding(PumpRole role) {
        return switch (role) {
            case ARTERIAL -> List.of(Hazard.AIR, Hazard.LEVEL, Hazard.PRESSURE);
            case CARDIOPLEGIA, HAEMOFILTRATION, VENT, SUCTION -> List.of();
        };
    }
}
