package org.altercor.config.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.altercor.config.PumpRole;
import org.altercor.config.SensorKind;
import org.altercor.config.rig.Drive;
import org.altercor.config.rig.Fitness;
import org.altercor.config.rig.Output;
import org.altercor.config.rig.OutputKind;
import org.altercor.config.rig.SensorWiring;
import org.altercor.config.rig.UnpoweredRule;
import org.altercor.config.schema.MachineKeys;
import org.altercor.config.schema.RigKeys;
import org.altercor.config.schema.RigWords;
import org.altercor.config.schema.RigWords.SensorDriver;
import org.altercor.config.schema.SensorKeys;
import org.altercor.config.schema.Spelling;

/// Checks a rig against its machine: everything the machine has is wired, nothing else is, and outputs suit the
/// roles they act on.
final class WiringChecks {
    private static final Set<SensorKind> SWITCHES =
            Set.of(SensorKind.AIR, SensorKind.LEVEL, SensorKind.LID, SensorKind.EMERGENCY_STOP);
    private static final Set<SensorKind> QUANTITIES = Set.of(
            SensorKind.PRESSURE, SensorKind.FLOW, SensorKind.TEMPERATURE, SensorKind.LEVEL, SensorKind.TACHOMETER);

    private final Parts parts;
    private final Problems problems;

    private WiringChecks(Parts parts, Problems problems) {
        this.parts = parts;
        this.problems = problems;
    }

    static void check(Parts parts, Problems problems) {
        var checks = new WiringChecks(parts, problems);
        checks.sameNames("pump", "drive");
        checks.sameNames("sensor", "sensor");
        checks.oneName(parts.machine().file(), "sensor", "pump", parts.machine().file());
        checks.oneName(parts.rigFile(), "output", "pump", parts.machine().file());
        checks.oneName(parts.rigFile(), "output", "sensor", parts.machine().file());
        checks.sensorDrivers();
        checks.outputs();
        for (var protection : parts.rig().protections()) {
            for (String pump : protection.pumps()) {
                parts.machine()
                        .pumpExists(pump, parts.inRig("hardware-protection", protection.name(), RigKeys.GUARDED));
            }
        }
    }

    /// One name for two devices: whoever breaks, mends or watches one of them by its name would meet either.
    private void oneName(FileValues file, String section, String other, FileValues of) {
        for (Values values : file.all(section)) {
            if (of.names(other).contains(values.name())) {
                problems.add(
                        values.heading(),
                        String.format(Locale.ROOT, "%s, the name of a %s", values.name(), other),
                        String.format(Locale.ROOT, "a name for the %s that no other device has", section));
            }
        }
    }

    private void sameNames(String inMachine, String inRig) {
        FileValues machine = parts.machine().file();
        FileValues rig = parts.rigFile();
        if (rig.isComplete()) {
            for (Values values : machine.all(inMachine)) {
                if (!rig.names(inRig).contains(values.name())) {
                    problems.add(
                            values.heading(),
                            String.format(Locale.ROOT, "a %s that the rig %s does not wire", inMachine, rig.file()),
                            String.format(Locale.ROOT, "a section [%s.%s] in the rig", inRig, values.name()));
                }
            }
        }
        if (machine.isComplete()) {
            for (Values values : rig.all(inRig)) {
                if (!machine.names(inMachine).contains(values.name())) {
                    problems.add(
                            values.heading(),
                            String.format(
                                    Locale.ROOT, "a %s for %s, which the machine does not have", inRig, values.name()),
                            machine.names(inMachine).isEmpty()
                                    ? String.format(Locale.ROOT, "none: the machine has no %s", inMachine)
                                    : "one of: " + String.join(", ", machine.names(inMachine)),
                            Spelling.didYouMean(values.name(), machine.names(inMachine)));
                }
            }
        }
    }

    private void sensorDrivers() {
        for (SensorWiring sensor : parts.rig().sensors()) {
            parts.machine().sensor(sensor.name(), MachineKeys.KIND).ifPresent(kind -> {
                if (!carries(driver(sensor), kind)) {
                    List<String> words = Arrays.stream(SensorDriver.values())
                            .filter(driver -> carries(driver, kind))
                            .map(RigWords::word)
                            .toList();
                    problems.add(
                            parts.inRig("sensor", sensor.name(), SensorKeys.DRIVER),
                            "a driver that cannot carry " + kind.word(),
                            String.join(" or ", words));
                }
            });
        }
    }

    private static SensorDriver driver(SensorWiring sensor) {
        return switch (sensor.driver()) {
            case SensorWiring.Driver.BioProTT _ -> SensorDriver.BIOPROTT;
            case SensorWiring.Driver.Gpio _ -> SensorDriver.GPIO;
            case SensorWiring.Driver.Modbus _ -> SensorDriver.MODBUS;
            case SensorWiring.Driver.Twin() -> SensorDriver.TWIN;
        };
    }

    /// One line carries no quantity, a polled register is too slow for a contact, and a flow meter measures flow.
    private static boolean carries(SensorDriver driver, SensorKind kind) {
        return switch (driver) {
            case BIOPROTT -> kind == SensorKind.FLOW;
            case GPIO -> SWITCHES.contains(kind);
            case MODBUS -> QUANTITIES.contains(kind);
            case TWIN -> true;
        };
    }

    private void outputs() {
        boolean isHeard = parts.rigFile().all("output").stream()
                .anyMatch(output ->
                        output.find(RigKeys.DOES).map(OutputKind.BUZZER::equals).orElse(true));
        if (!isHeard && parts.rigFile().isComplete()) {
            problems.add(
                    new Spot(parts.rigFile().file(), 1, 1, "output"),
                    "a rig without a buzzer",
                    "an output that does \"buzzer\": an alarm must be heard, also when the screen is dark");
        }
        for (Output output : parts.rig().outputs()) {
            if (output.pumps().isEmpty()) {
                unpowered(output, PumpRole.ARTERIAL); // buzzer and lamp: the rule does not look at the role
            }
            for (String pump : output.pumps()) {
                parts.machine().pumpExists(pump, parts.inRig("output", output.name(), RigKeys.OUTPUT_PUMPS));
                simulatedPower(output, pump);
                parts.role(pump).ifPresent(role -> {
                    unpowered(output, role);
                    if (output.kind() == OutputKind.STO && role != PumpRole.ARTERIAL) {
                        problems.add(
                                parts.inRig("output", output.name(), RigKeys.OUTPUT_PUMPS),
                                pump + ", a " + role.word() + " pump",
                                "the arterial pump: every other loses its power with the run pulses");
                    }
                });
            }
        }
    }

    /// A simulated relay takes no power away from a real drive, and must not pass for a second path.
    private void simulatedPower(Output output, String pump) {
        boolean cutsPower = output.kind() == OutputKind.STO || output.kind() == OutputKind.RUN_PULSES;
        boolean isSimulated = output.driver() instanceof Output.Driver.Twin;
        if (cutsPower
                && isSimulated
                && parts.rig().drive(pump).filter(Drive::isHardware).isPresent()) {
            problems.add(
                    parts.inRig("output", output.name(), RigKeys.OUTPUT_DRIVER),
                    String.format(
                            Locale.ROOT,
                            "a simulated %s for %s, whose drive is real",
                            output.kind().word(),
                            pump),
                    "an output that is wired, or none: a simulated one cuts nothing");
        }
    }

    private void unpowered(Output output, PumpRole role) {
        if (UnpoweredRule.judge(output.kind(), role, output.unpowered())
                instanceof Fitness.Unfit(var found, var needed)) {
            problems.add(parts.inRig("output", output.name(), RigKeys.UNPOWERED), found, needed);
        }
    }
}
