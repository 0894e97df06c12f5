package org.altercor.config.load;

import static org.altercor.config.schema.CircuitKeys.*;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.circuit.Parameter;
import org.altercor.config.circuit.Parameter.Usual;
import org.altercor.config.circuit.Part;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.schema.CommonKeys;

/// Makes a circuit of the parts that were read. A number that no file gives is what it usually is.
final class CircuitReader {
    private final FileValues parts;

    private CircuitReader(FileValues parts) {
        this.parts = parts;
    }

    /// The circuit of a circuit file; empty when a section is not clean. Checks what can be checked either way.
    static Optional<Circuit> read(FileValues file, Problems problems) {
        return read(file, file.top(), problems);
    }

    /// A circuit of the parts of one file under the name that stands at the top of another.
    static Optional<Circuit> read(FileValues parts, Values top, Problems problems) {
        CircuitChecks.check(parts, problems);
        if (!parts.isClean() || !top.isClean()) {
            return Optional.empty();
        }
        var reader = new CircuitReader(parts);
        return Optional.of(new Circuit(
                top.of(CommonKeys.NAME),
                top.of(CommonKeys.TITLE),
                parts.all(PART).stream().map(reader::part).toList()));
    }

    private Part part(Values values) {
        PartKind kind = values.of(TYPE);
        Map<String, Double> numbers = new HashMap<>();
        for (Parameter parameter : kind.parameters()) {
            numbers.put(parameter.key(), value(values, parameter));
        }
        return new Part(values.name(), kind, values.find(FROM), values.find(TO), values.find(PLACE), numbers);
    }

    private double value(Values values, Parameter parameter) {
        return values.find(number(parameter)).orElseGet(() -> switch (parameter.usual()) {
            case Usual.Needed() -> throw new IllegalStateException(values.name() + " has no " + parameter.key());
            case Usual.Value(double value) -> value;
            case Usual.AsTheBlood() -> ofTheBlood(parameter);
        });
    }

    /// What the blood of this circuit has, or what blood usually has when the circuit does not describe any.
    private double ofTheBlood(Parameter parameter) {
        Parameter ofBlood = PartKind.BLOOD.parameter(parameter.key()).orElseThrow();
        return parts.all(PART).stream()
                .filter(values -> values.of(TYPE) == PartKind.BLOOD)
                .findFirst()
                .flatMap(values -> values.find(number(ofBlood)))
                .orElseGet(() -> ((Usual.Value) ofBlood.usual()).value());
    }
}
