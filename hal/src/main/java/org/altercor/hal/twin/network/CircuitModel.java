package org.altercor.hal.twin.network;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import org.altercor.config.Place;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.circuit.LineParameters;
import org.altercor.config.circuit.Parameter;
import org.altercor.config.circuit.Part;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.circuit.PatientParameters;
import org.altercor.hal.twin.Signal;
import org.jspecify.annotations.Nullable;

/// A circuit and its patient in motion, addressed by the names of their parts.
///
/// Steps of one millisecond. Owner: the twin's thread. A step allocates nothing; building, settling and looking
/// things up by name do.
public final class CircuitModel {
    /// Length of a step in seconds.
    public static final double STEP_SECONDS = 1e-3;

    private final Map<String, Numbers> numbers;
    private final Map<String, Node> nodes;
    private final Map<String, Branch> branches;
    private final Network network;
    private final Numbers patient;
    private final Circuit circuit;
    private final Map<String, Signal> signals = new LinkedHashMap<>();

    /// @param seed of everything random in it
    public CircuitModel(Circuit circuit, long seed) {
        this.circuit = circuit;
        var blood = new Numbers(circuit.shared(PartKind.BLOOD));
        patient = new Numbers(circuit.shared(PartKind.PATIENT));
        var fluid = new Fluid(blood);
        var builder = new NetworkBuilder(circuit);
        numbers = builder.numbers();
        nodes = builder.nodes();
        branches = builder.branches();
        numbers.put(circuit.shared(PartKind.BLOOD).name(), blood);
        numbers.put(circuit.shared(PartKind.PATIENT).name(), patient);
        network = new Network(fluid, List.copyOf(nodes.values()), List.copyOf(branches.values()), seed);
        builder.mix(circuit, blood);
        network.begin();
        refresh();
        Readouts.of(network, nodes.values(), branches.values(), patient)
                .forEach(signal -> signals.put(signal.name(), signal));
    }

    private void refresh() {
        network.refresh();
        network.contents().room(patient.of(PatientParameters.AMBIENT));
    }

    /// Moves everything by one step.
    public void step() {
        network.step(STEP_SECONDS);
    }

    /// Brings pressures and flows to rest, with pulses replaced by their means; no time passes.
    ///
    /// @return whether they came to rest, and no reservoir has to be below empty for it: a closed circuit whose
    ///     veins would take more than there is has no rest
    public boolean settle() {
        return network.settle()
                && nodes.values().stream().noneMatch(node -> node instanceof Reservoir && node.volumeMl < 0);
    }

    /// Changes a number of a part. Allocates nothing.
    ///
    /// @throws IllegalArgumentException when there is no such part or number, or the value is outside its range
    public void set(String part, String key, double value) {
        numbersOf(part).set(key, value);
        refresh();
    }

    /// A number of a part.
    ///
    /// @throws IllegalArgumentException when there is no such part or number
    public double parameter(String part, String key) {
        return numbersOf(part).of(key);
    }

    private Numbers numbersOf(String part) {
        return named(numbers, part, "part");
    }

    private static <T> T named(Map<String, T> all, String name, String what) {
        @Nullable T found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "there is no %s %s; there are %s".formatted(what, name, String.join(", ", all.keySet())));
        }
        return found;
    }

    /// Brings air into a part that holds or leads blood.
    ///
    /// @throws IllegalArgumentException when there is no such part, or the volume is no number or below zero
    public void injectAir(String part, double volumeMl) {
        require(volumeMl >= 0 && Double.isFinite(volumeMl), "air into " + part + " in mL", volumeMl);
        Branch branch = branches.get(part);
        if (branch != null) {
            network.inject(branch, volumeMl);
        } else {
            network.inject(named(nodes, part, "part that holds or leads blood"), volumeMl);
        }
    }

    /// Gives fluid into a holding part, or takes blood out of it below zero.
    ///
    /// @param haematocritPercent of what is given, 0 to 100; of no account when blood is taken out
    /// @throws IllegalArgumentException when there is no such part, when it holds less than is taken out, or when a
    ///     number is none or outside its range
    public void give(String part, double volumeMl, double haematocritPercent) {
        Node node = named(nodes, part, "part that holds blood");
        boolean isThere = node.row == Node.NO_ROW || node.volumeMl + volumeMl >= 0;
        require(isThere && Double.isFinite(volumeMl), "fluid for " + part + " in mL", volumeMl);
        require(haematocritPercent >= 0 && haematocritPercent <= 100, "haematocrit in percent", haematocritPercent);
        network.give(node, volumeMl, haematocritPercent / 100);
    }

    /// One number that is none would be in every pressure after a step, and stay there.
    private static void require(boolean isAllowed, String what, double value) {
        if (!isAllowed) {
            throw new IllegalArgumentException(what + ": " + value + " is not possible");
        }
    }

    /// Turns a pump head from now on.
    ///
    /// @throws IllegalArgumentException when there is no such head, or the speed is no number
    public void turn(String pump, double speedRpm) {
        if (!Double.isFinite(speedRpm)) {
            throw new IllegalArgumentException("speed of " + pump + " in rpm: " + speedRpm + " is not possible");
        }
        if (!(branches.get(pump) instanceof PumpHead head)) {
            throw new IllegalArgumentException(pump + " is no pump head");
        }
        head.turn(speedRpm);
    }

    /// Joins a line again that had burst at a junction.
    public void mend(String junction) {
        if (nodes.get(junction) instanceof Junction burst) {
            burst.mend();
        }
    }

    /// Everything that can be read, in a fixed order.
    public List<Signal> signals() {
        return List.copyOf(signals.values());
    }

    /// The signal of a name.
    public Optional<Signal> signal(String name) {
        return Optional.ofNullable(signals.get(name));
    }

    /// A quantity of the part that holds blood at a place: `pressure-mmhg`, `temperature-celsius`.
    public Optional<DoubleSupplier> held(Place place, String quantity) {
        return at(place, nodes.keySet())
                .flatMap(part -> signal(part + "." + quantity))
                .map(Signal::value);
    }

    /// A quantity of the part that leads blood at a place: `flow-ml-per-min`.
    public Optional<DoubleSupplier> led(Place place, String quantity) {
        return at(place, branches.keySet())
                .flatMap(part -> signal(part + "." + quantity))
                .map(Signal::value);
    }

    /// A number of the part that leads blood at a place, as it is from moment to moment: the water of an
    /// oxygenator.
    public Optional<DoubleSupplier> number(Place place, Parameter parameter) {
        return at(place, branches.keySet())
                .map(this::numbersOf)
                .filter(its -> its.has(parameter))
                .<DoubleSupplier>map(its -> () -> its.of(parameter));
    }

    /// Air in mL that a detector on the tube at a place sees in its window.
    ///
    /// @param distanceToEndCm length of line from the detector to the end of the tube; beyond the length of the
    ///     tube the detector sits at its beginning
    /// @param windowMl        volume of blood that the detector sees at once
    public Optional<DoubleSupplier> air(Place place, double distanceToEndCm, double windowMl) {
        return tube(place).map(tube -> () -> {
            double share = 1 - distanceToEndCm / tube.numbers.of(LineParameters.LENGTH);
            return airMl(tube, Math.clamp(share, 0, 1), windowMl);
        });
    }

    /// Air in mL that a detector halfway along the tube at a place sees in its window.
    public Optional<DoubleSupplier> airHalfway(Place place, double windowMl) {
        return tube(place).map(tube -> () -> airMl(tube, 0.5, windowMl));
    }

    /// A clamp on the tube at a place: takes how far it squeezes, in percent. Using it allocates nothing.
    public Optional<DoubleConsumer> clamp(Place place) {
        return tube(place).map(tube -> closedPercent -> {
            tube.numbers.set(LineParameters.CLOSED.key(), closedPercent);
            refresh();
        });
    }

    private double airMl(Branch tube, double share, double windowMl) {
        double farthestMl = Math.max(0, tube.lumenMl() - windowMl);
        double fromMl = Math.clamp(share * tube.lumenMl() - windowMl / 2, 0, farthestMl);
        return network.bubbles().airMl(tube, fromMl, fromMl + windowMl);
    }

    private Optional<Branch> tube(Place place) {
        return at(place, branches.keySet()).map(branches::get).filter(Tube.class::isInstance);
    }

    private Optional<String> at(Place place, Collection<String> names) {
        return circuit.parts().stream()
                .filter(part -> part.place().filter(place::equals).isPresent())
                .map(Part::name)
                .filter(names::contains)
                .findFirst();
    }

    /// Volume in the network less what should be there, in mL: rounding only.
    public double volumeErrorMl() {
        return network.volumeErrorMl();
    }
}
