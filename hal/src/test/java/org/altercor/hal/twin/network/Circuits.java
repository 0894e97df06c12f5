package org.altercor.hal.twin.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.altercor.config.Place;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.circuit.Parameter;
import org.altercor.config.circuit.Part;
import org.altercor.config.circuit.PartKind;

/// Writes circuits for tests, part by part, as a file would.
public final class Circuits {
    private final List<Part> parts = new ArrayList<>();

    /// A part that holds or describes.
    public Circuits part(String name, PartKind kind, Object... keysAndValues) {
        return add(name, kind, Optional.empty(), Optional.empty(), keysAndValues);
    }

    /// A part that leads.
    public Circuits from(String from, String name, PartKind kind, String to, Object... keysAndValues) {
        return add(name, kind, Optional.of(from), Optional.of(to), keysAndValues);
    }

    /// Puts the part that was written last at a place.
    public Circuits at(Place place) {
        Part last = parts.removeLast();
        parts.add(new Part(last.name(), last.kind(), last.from(), last.to(), Optional.of(place), last.values()));
        return this;
    }

    private Circuits add(
            String name, PartKind kind, Optional<String> from, Optional<String> to, Object... keysAndValues) {
        Map<String, Double> values = new HashMap<>();
        for (Parameter parameter : kind.parameters()) {
            switch (parameter.usual()) {
                case Parameter.Usual.Value(double value) -> values.put(parameter.key(), value);
                case Parameter.Usual.AsTheBlood _ ->
                    values.put(parameter.key(), parameter.key().startsWith("haem") ? 25.0 : 36.0);
                case Parameter.Usual.Needed _ -> {}
            }
        }
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], ((Number) keysAndValues[i + 1]).doubleValue());
        }
        parts.add(new Part(name, kind, from, to, Optional.empty(), values));
        return this;
    }

    public Circuit circuit() {
        return new Circuit("test", "written by a test", parts);
    }

    public CircuitModel model() {
        return new CircuitModel(circuit(), 1);
    }
}
