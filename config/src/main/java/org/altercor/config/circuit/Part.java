package org.altercor.config.circuit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.altercor.config.Place;

/// One part of a circuit.
///
/// @param name   its name, unique in the circuit
/// @param kind   what it is
/// @param from   the holding part at its first end; present exactly for parts with ends
/// @param to     the holding part at its second end; present exactly for parts with ends
/// @param place  where a machine's sensors find it, when they look for it by place
/// @param values a value for each parameter of its kind, by key
public record Part(
        String name,
        PartKind kind,
        Optional<String> from,
        Optional<String> to,
        Optional<Place> place,
        Map<String, Double> values) {
    public Part {
        values = Map.copyOf(values);
        if (values.size() != kind.parameters().size()) {
            throw new IllegalArgumentException(name + " has " + values.size() + " values for "
                    + kind.parameters().size() + " parameters");
        }
    }

    /// A part that describes something, with its usual numbers.
    ///
    /// @throws IllegalArgumentException when parts of the kind have numbers that are not usual
    public static Part usual(String name, PartKind kind) {
        Map<String, Double> values = new HashMap<>();
        for (Parameter parameter : kind.parameters()) {
            if (!(parameter.usual() instanceof Parameter.Usual.Value(double value))) {
                throw new IllegalArgumentException("a " + kind.word() + " needs " + parameter.key());
            }
            values.put(parameter.key(), value);
        }
        return new Part(name, kind, Optional.empty(), Optional.empty(), Optional.empty(), values);
    }

    /// The value of one of its parameters.
    public double value(Parameter parameter) {
        Double value = values.get(parameter.key());
        if (value == null) {
            throw new IllegalArgumentException("a " + kind.word() + " has no " + parameter.key());
        }
        return value;
    }
}
