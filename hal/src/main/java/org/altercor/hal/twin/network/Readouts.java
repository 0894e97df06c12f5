package org.altercor.hal.twin.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.altercor.config.circuit.PatientParameters;
import org.altercor.hal.twin.Signal;
import org.altercor.hal.twin.blood.Oxygen;

/// What can be read off a network, by name. Built once; reading allocates nothing.
final class Readouts {
    private final List<Signal> signals = new ArrayList<>();

    private Readouts() {}

    static List<Signal> of(Network network, Collection<Node> nodes, Collection<Branch> branches, Numbers patient) {
        var readouts = new Readouts();
        nodes.forEach(readouts::node);
        branches.forEach(readouts::branch);
        readouts.patient(branches, patient);
        readouts.whole(network);
        return List.copyOf(readouts.signals);
    }

    private void add(String part, String quantity, String unit, String meaning, DoubleSupplier value) {
        signals.add(new Signal(part + "." + quantity, unit, meaning, value));
    }

    private void node(Node node) {
        add(node.name, "pressure-mmhg", "mmHg", "pressure at its height", () -> node.pressureMmHg);
        add(node.name, "volume-ml", "mL", "volume in it", () -> node.volumeMl);
        add(node.name, "haematocrit-percent", "%", "haematocrit in it", () -> 100 * node.haematocrit);
        add(node.name, "temperature-celsius", "°C", "temperature in it", () -> node.temperatureCelsius);
        add(node.name, "saturation-percent", "%", "oxygen saturation in it", () -> 100 * node.saturation());
        if (node instanceof Reservoir reservoir) {
            add(node.name, "level-cm", "cm", "level above its outlet", reservoir::levelCm);
        }
        if (node instanceof Junction junction) {
            add(node.name, "burst", "", "1 when a connection has slipped", () -> junction.isBurst() ? 1 : 0);
        }
    }

    private void branch(Branch branch) {
        add(
                branch.name,
                "flow-ml-per-min",
                "mL/min",
                "flow through it, forward",
                () -> branch.flowMlPerS * Physics.ML_PER_MIN);
        add(
                branch.name,
                "difference-mmhg",
                "mmHg",
                "pressure at its first end less that at its second",
                () -> branch.from.pressureMmHg - branch.to.pressureMmHg);
        switch (branch) {
            case Roller head -> add(branch.name, "speed-rpm", "rpm", "speed of its shaft", head::speedRpm);
            case Centrifugal head -> {
                add(branch.name, "speed-rpm", "rpm", "speed of its shaft", head::speedRpm);
                add(branch.name, "air-ml", "mL", "air in the head", head::airMl);
            }
            case Oxygenator oxygenator ->
                add(branch.name, "transfer-ml-per-min", "mL/min", "oxygen given", oxygenator::crossedMlPerMin);
            case Bed bed
            when bed.usesOxygen() || bed.hasMass() -> {
                add(branch.name, "consumption-ml-per-min", "mL/min", "oxygen used", bed::usedMlPerMin);
                add(branch.name, "core-celsius", "°C", "temperature of the core", bed::coreCelsius);
                add(branch.name, "shell-celsius", "°C", "temperature of the shell", bed::shellCelsius);
            }
            case Heart heart -> add(branch.name, "stroke-ml", "mL", "stroke volume of this beat", heart::strokeMl);
            default -> {}
        }
    }

    /// Figures of the whole patient: from all beds that use oxygen.
    private void patient(Collection<Branch> branches, Numbers patient) {
        List<Branch> beds = branches.stream()
                .filter(branch -> branch instanceof Bed bed && bed.usesOxygen())
                .toList();
        if (beds.isEmpty()) {
            return;
        }
        Branch main = beds.getFirst();
        DoubleSupplier surface = () -> patient.of(PatientParameters.SURFACE);
        add(
                "patient",
                "index-l-per-min-m2",
                "L/min/m²",
                "flow through tissue by body surface",
                () -> Math.max(0, main.flowMlPerS) * Physics.L_PER_MIN / surface.getAsDouble());
        add(
                "patient",
                "oxygen-delivery-ml-per-min-m2",
                "mL/min/m²",
                "oxygen offered by body surface",
                () -> Math.max(0, main.flowMlPerS) * Physics.ML_PER_MIN * main.from.oxygen / surface.getAsDouble());
        add("patient", "svo2-percent", "%", "saturation of what leaves the tissue", () -> 100 * main.to.saturation());
        add(
                "patient",
                "haemoglobin-g-per-dl",
                "g/dL",
                "haemoglobin in the arteries",
                () -> Oxygen.haemoglobinGPerDl(main.from.haematocrit));
        add(
                "patient",
                "resistance-mmhg-per-l-min",
                "mmHg/(L/min)",
                "arterial less venous pressure by flow; not known below 1 mL/min",
                () -> resistance(main));
    }

    private static double resistance(Branch bed) {
        return bed.flowMlPerS * Physics.ML_PER_MIN >= 1
                ? (bed.from.pressureMmHg - bed.to.pressureMmHg) / (bed.flowMlPerS * Physics.L_PER_MIN)
                : Double.NaN;
    }

    private void whole(Network network) {
        add("circuit", "volume-ml", "mL", "blood and air in the network", network::volumeMl);
        add("circuit", "volume-error-ml", "mL", "volume that rounding has lost or made", network::volumeErrorMl);
        add("circuit", "spilled-ml", "mL", "blood lost from open lines", network::spilledMl);
        Bubbles bubbles = network.bubbles();
        add("air", "moving-ml", "mL", "air on its way", bubbles::movingMl);
        add("air", "trapped-ml", "mL", "air held by oxygenators and filters", bubbles::trappedMl);
        add("air", "vented-ml", "mL", "air that left through open vessels", bubbles::ventedMl);
        add("air", "in-patient-ml", "mL", "air that reached the patient", bubbles::inPatientMl);
    }
}
