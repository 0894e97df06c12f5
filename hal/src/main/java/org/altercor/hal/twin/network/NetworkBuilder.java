package org.altercor.hal.twin.network;

import static org.altercor.config.circuit.PatientParameters.HAEMATOCRIT;
import static org.altercor.config.circuit.PatientParameters.TEMPERATURE;

import java.util.LinkedHashMap;
import java.util.Map;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.circuit.LineParameters;
import org.altercor.config.circuit.Part;
import org.altercor.hal.twin.blood.Oxygen;

/// Builds nodes and branches from the parts of a circuit. Once, at the start; allocates.
final class NetworkBuilder {
    /// Partial pressure of oxygen in what fills a circuit at the start, in mmHg: that of venous blood (J).
    private static final double STARTING_OXYGEN_MMHG = 40;

    private final Map<String, Numbers> numbers = new LinkedHashMap<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Branch> branches = new LinkedHashMap<>();

    NetworkBuilder(Circuit circuit) {
        for (Part part : circuit.parts()) {
            numbers.put(part.name(), new Numbers(part));
        }
        circuit.parts().forEach(this::addNode);
        circuit.parts().forEach(this::addBranch);
    }

    Map<String, Numbers> numbers() {
        return numbers;
    }

    Map<String, Node> nodes() {
        return nodes;
    }

    Map<String, Branch> branches() {
        return branches;
    }

    /// Gives every node what is in it at the start.
    ///
    /// @param blood numbers of the circuit's blood
    void mix(Circuit circuit, Numbers blood) {
        for (Part part : circuit.parts()) {
            Node node = nodes.get(part.name());
            if (node != null) {
                boolean hasItsOwn = part.kind().parameters().contains(LineParameters.OWN_HAEMATOCRIT);
                double haematocrit =
                        (hasItsOwn ? node.numbers.of(LineParameters.OWN_HAEMATOCRIT) : blood.of(HAEMATOCRIT)) / 100;
                double celsius = hasItsOwn ? node.numbers.of(LineParameters.OWN_TEMPERATURE) : blood.of(TEMPERATURE);
                node.mixture(haematocrit, celsius, Oxygen.content(haematocrit, STARTING_OXYGEN_MMHG));
            }
        }
    }

    private void addNode(Part part) {
        String name = part.name();
        Numbers its = of(name);
        switch (part.kind()) {
            case JUNCTION -> nodes.put(name, new Junction(name, its));
            case RESERVOIR -> nodes.put(name, new Reservoir(name, its));
            case COMPARTMENT -> nodes.put(name, new Compartment(name, its));
            case TANK -> nodes.put(name, new Tank(name, its));
            case TUBE, CANNULA, RESISTOR, FILTER, OXYGENATOR, VALVE, FLOW_SOURCE, ROLLER, CENTRIFUGAL -> {}
            case BED, VENOUS_INLET, HEART, BLOOD, PATIENT -> {}
        }
    }

    private void addBranch(Part part) {
        if (!part.kind().hasEnds()) {
            return;
        }
        String name = part.name();
        Numbers its = of(name);
        Node from = end(part, part.from().orElseThrow());
        Node to = end(part, part.to().orElseThrow());
        branches.put(
                name,
                switch (part.kind()) {
                    case TUBE -> new Tube(name, its, from, to);
                    case CANNULA, RESISTOR -> new Resistor(name, its, from, to, false);
                    case FILTER -> new Resistor(name, its, from, to, true);
                    case OXYGENATOR -> new Oxygenator(name, its, from, to);
                    case VALVE -> new Valve(name, its, from, to);
                    case FLOW_SOURCE -> new FlowSource(name, its, from, to);
                    case ROLLER -> new Roller(name, its, from, to);
                    case CENTRIFUGAL -> new Centrifugal(name, its, from, to);
                    case BED -> new Bed(name, its, from, to);
                    case VENOUS_INLET -> new VenousInlet(name, its, from, to);
                    case HEART -> new Heart(name, its, from, to);
                    case JUNCTION, RESERVOIR, COMPARTMENT, TANK, BLOOD, PATIENT ->
                        throw new IllegalArgumentException("a " + part.kind().word() + " has no ends");
                });
    }

    private Numbers of(String part) {
        Numbers its = numbers.get(part);
        if (its == null) {
            throw new IllegalStateException("no numbers of " + part);
        }
        return its;
    }

    private Node end(Part part, String name) {
        Node node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException(part.name() + " ends at " + name + ", which holds nothing");
        }
        return node;
    }
}
