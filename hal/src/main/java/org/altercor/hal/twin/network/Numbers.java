package org.altercor.hal.twin.network;

import java.util.List;
import org.altercor.config.circuit.Parameter;
import org.altercor.config.circuit.Part;

/// The numbers of one part, which scenarios may change while the twin runs.
///
/// Owner: the twin's thread. Allocates nothing after construction.
final class Numbers {
    private final String part;
    private final List<Parameter> parameters;
    private final double[] values;

    Numbers(Part part) {
        this.part = part.name();
        parameters = part.kind().parameters();
        values = parameters.stream().mapToDouble(part::value).toArray();
    }

    /// The value of a parameter that parts of this kind have.
    double of(Parameter parameter) {
        return values[index(parameter.key())];
    }

    /// The value under a key.
    ///
    /// @throws IllegalArgumentException when the part has no such number
    double of(String key) {
        return values[index(key)];
    }

    /// Whether parts of this kind have a parameter.
    boolean has(Parameter parameter) {
        return parameters.contains(parameter);
    }

    /// Changes a number.
    ///
    /// @throws IllegalArgumentException when the part has no such number, or the value is outside its range
    void set(String key, double value) {
        int index = index(key);
        Parameter parameter = parameters.get(index);
        if (!(value >= parameter.min() && value <= parameter.max())) {
            throw new IllegalArgumentException("%s.%s = %s, allowed %s to %s"
                    .formatted(
                            part, key, value, parameter.min(), parameter.unit().show(parameter.max())));
        }
        values[index] = value;
    }

    private int index(String key) {
        for (int i = 0; i < values.length; i++) {
            if (parameters.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("%s has no %s; it has %s"
                .formatted(part, key, parameters.stream().map(Parameter::key).toList()));
    }
}
