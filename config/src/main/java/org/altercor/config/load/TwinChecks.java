package org.altercor.config.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.altercor.config.Calibration.Displacement;
import org.altercor.config.Place;
import org.altercor.config.Pump;
import org.altercor.config.PumpHead;
import org.altercor.config.PumpRole;
import org.altercor.config.SensorKind;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.circuit.LineParameters;
import org.altercor.config.circuit.Part;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.circuit.PartKind.Shape;
import org.altercor.config.circuit.PumpParameters;
import org.altercor.config.rig.Drive;
import org.altercor.config.rig.Output;
import org.altercor.config.rig.OutputKind;
import org.altercor.config.rig.Rig;
import org.altercor.config.rig.SensorWiring;
import org.altercor.config.schema.DriveKeys;
import org.altercor.config.schema.MachineKeys;
import org.altercor.config.schema.RigKeys;
import org.altercor.config.schema.SensorKeys;
import org.altercor.config.schema.Spelling;

/// Checks the circuit of the twin against the machine: every port that the twin stands behind finds its part.
final class TwinChecks {
    /// How far a calibration may lie from the head of the twin before it is worth knowing, in percent. A handbook and
    /// a head differ by less; wrong tubing differs by more (J).
    private static final double DIFFERENCE_PERCENT = 10;

    private final Parts parts;
    private final Circuit circuit;
    private final Problems problems;

    private TwinChecks(Parts parts, Circuit circuit, Problems problems) {
        this.parts = parts;
        this.circuit = circuit;
        this.problems = problems;
    }

    /// A rig with ports of the twin says what the twin simulates.
    static void hasCircuit(FileValues file, Rig rig, Problems problems) {
        if (rig.hasTwin() && !file.top().isMarked(RigKeys.CIRCUIT)) {
            problems.add(
                    new Spot(file.file(), 1, 1, RigKeys.CIRCUIT.name()),
                    "ports of the twin, and no circuit",
                    "circuit = \"…\", a shipped name or a path: what the twin simulates behind those ports");
        }
    }

    static void check(Parts parts, Circuit circuit, Problems problems) {
        var checks = new TwinChecks(parts, circuit, problems);
        checks.heads();
        checks.sensors();
        checks.clamps();
    }

    private void heads() {
        for (Drive drive : parts.rig().drives()) {
            if (drive.driver() instanceof Drive.Driver.Twin) {
                parts.machine().pump(drive.pump(), MachineKeys.HEAD).ifPresent(head -> head(drive.pump(), head));
            }
        }
    }

    private void head(String pump, PumpHead head) {
        PartKind kind = switch (head) {
            case ROLLER -> PartKind.ROLLER;
            case CENTRIFUGAL -> PartKind.CENTRIFUGAL;
        };
        Optional<Part> part = circuit.part(pump);
        if (part.isPresent() && part.get().kind() == kind) {
            return;
        }
        List<String> heads = circuit.parts().stream()
                .filter(other -> other.kind() == kind)
                .map(Part::name)
                .toList();
        problems.add(
                parts.inRig("drive", pump, DriveKeys.DRIVER),
                part.map(other -> String.format(
                                Locale.ROOT,
                                "a drive of the twin, and in circuit %s a part of that name, of type %s",
                                circuit.name(),
                                other.kind().word()))
                        .orElse(String.format(
                                Locale.ROOT,
                                "a drive of the twin, and in circuit %s no head of that name",
                                circuit.name())),
                String.format(Locale.ROOT, "a part [part.%s] of type %s", pump, kind.word()),
                Spelling.didYouMean(pump, heads));
    }

    private void sensors() {
        for (SensorWiring sensor : parts.rig().sensors()) {
            if (sensor.driver() instanceof SensorWiring.Driver.Twin) {
                parts.machine()
                        .sensor(sensor.name(), MachineKeys.KIND)
                        .ifPresent(kind -> parts.machine()
                                .sensor(sensor.name(), MachineKeys.PLACE)
                                .filter(place -> kind.places().contains(place))
                                .ifPresent(place -> sensor(sensor.name(), kind, place)));
            }
        }
    }

    private void sensor(String name, SensorKind kind, Place place) {
        String needed = switch (kind) {
            case AIR, FLOW -> placed(place).anyMatch(part -> part.kind().shape() == Shape.LEADS) ? "" : "leads";
            case LEVEL -> placed(place).anyMatch(part -> part.kind() == PartKind.RESERVOIR) ? "" : "is a reservoir";
            case TEMPERATURE ->
                place == Place.WATER
                        ? placed(place).anyMatch(part -> part.kind() == PartKind.OXYGENATOR) ? "" : "is an oxygenator"
                        : holds(place);
            case PRESSURE, BLOOD_MONITOR -> holds(place);
            case GAS_FLOW, TACHOMETER, LID, KNOB, EMERGENCY_STOP, POWER -> "";
        };
        if (!needed.isEmpty()) {
            problems.add(
                    parts.inRig("sensor", name, SensorKeys.DRIVER),
                    String.format(
                            Locale.ROOT,
                            "a %s sensor of the twin, and in circuit %s nothing at %s that it could measure",
                            kind.word(),
                            circuit.name(),
                            place.word()),
                    String.format(Locale.ROOT, "a part with place = \"%s\" that %s", place.word(), needed));
        }
    }

    private String holds(Place place) {
        return placed(place).anyMatch(part -> part.kind().shape() == Shape.HOLDS) ? "" : "holds";
    }

    private Stream<Part> placed(Place place) {
        return circuit.parts().stream()
                .filter(part -> part.place().filter(place::equals).isPresent());
    }

    /// A clamp of the twin closes a part of the arterial line.
    private void clamps() {
        for (Output output : parts.rig().outputs()) {
            boolean isArterial = output.pumps().stream()
                    .anyMatch(pump ->
                            parts.role(pump).filter(PumpRole.ARTERIAL::equals).isPresent());
            if (output.kind() == OutputKind.CLAMP
                    && output.driver() instanceof Output.Driver.Twin
                    && isArterial
                    && placed(Place.ARTERIAL_LINE).noneMatch(TwinChecks::canBeClosed)) {
                problems.add(
                        parts.inRig("output", output.name(), RigKeys.OUTPUT_DRIVER),
                        String.format(
                                Locale.ROOT,
                                "a clamp of the twin, and in circuit %s nothing at arterial-line that it could close",
                                circuit.name()),
                        "a part with place = \"arterial-line\" that has the key " + LineParameters.CLOSED.key());
            }
        }
    }

    private static boolean canBeClosed(Part part) {
        return part.kind().parameters().contains(LineParameters.CLOSED);
    }

    /// Rollers of the twin that displace something else than their calibration says: a lesson, or a mistake.
    static List<String> cautions(List<Pump> pumps, Rig rig, Circuit circuit) {
        List<String> cautions = new ArrayList<>();
        for (Pump pump : pumps) {
            boolean isTwin = rig.drive(pump.name())
                    .filter(drive -> drive.driver() instanceof Drive.Driver.Twin)
                    .isPresent();
            if (isTwin && pump.calibration().displacement() instanceof Displacement.Stroke stroke) {
                double simulated = circuit.part(pump.name()).orElseThrow().value(PumpParameters.STROKE);
                double differs = (stroke.strokeVolumeMl() / simulated - 1) * 100;
                if (Math.abs(differs) > DIFFERENCE_PERCENT) {
                    cautions.add(String.format(
                            Locale.ROOT,
                            "%s: its calibration says %.1f mL/rev, and the head of the twin displaces %.1f: flow is shown"
                                    + " %.0f %% too %s",
                            pump.name(),
                            stroke.strokeVolumeMl(),
                            simulated,
                            Math.abs(differs),
                            differs > 0 ? "high" : "low"));
                }
            }
        }
        return cautions;
    }
}
