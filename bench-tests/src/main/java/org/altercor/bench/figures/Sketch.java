package org.altercor.bench.figures;

import static org.altercor.config.circuit.PatientParameters.DENSITY;
import static org.altercor.config.circuit.PatientParameters.HAEMATOCRIT;
import static org.altercor.config.circuit.PatientParameters.TEMPERATURE;
import static org.altercor.config.circuit.PatientParameters.VISCOSITY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.circuit.LineParameters;
import org.altercor.config.circuit.Parameter;
import org.altercor.config.circuit.Part;
import org.altercor.config.circuit.PartKind;
import org.altercor.hal.twin.network.CircuitModel;

/// Writes a circuit part by part, as a file would. What is not said is as usual.
public final class Sketch {
    private record Stroke(
            String name, PartKind kind, Optional<String> from, Optional<String> to, Map<String, Double> said) {}

    private final Map<String, Double> blood = new HashMap<>();
    private final List<Stroke> strokes = new ArrayList<>();

    public Sketch() {
        strokes.add(new Stroke("blood", PartKind.BLOOD, Optional.empty(), Optional.empty(), blood));
    }

    /// Fills it with blood.
    Sketch blood(double haematocritPercent, double celsius) {
        blood.put(HAEMATOCRIT.key(), haematocritPercent);
        blood.put(TEMPERATURE.key(), celsius);
        return this;
    }

    /// Fills it with a fluid of one viscosity, as dense as blood.
    Sketch fluid(double viscosityMpaS) {
        blood.put(VISCOSITY.key(), viscosityMpaS);
        return this;
    }

    /// Says how dense what flows is.
    Sketch density(double kgPerM3) {
        blood.put(DENSITY.key(), kgPerM3);
        return this;
    }

    /// A part that holds or describes.
    Sketch part(PartKind kind, String name) {
        strokes.add(new Stroke(name, kind, Optional.empty(), Optional.empty(), new HashMap<>()));
        return this;
    }

    /// A part that leads.
    Sketch part(PartKind kind, String from, String name, String to) {
        strokes.add(new Stroke(name, kind, Optional.of(from), Optional.of(to), new HashMap<>()));
        return this;
    }

    /// A number of the part written last.
    Sketch with(Parameter parameter, double value) {
        strokes.getLast().said().put(parameter.key(), value);
        return this;
    }

    /// A source or sink at a pressure of its own.
    public Sketch tank(String name, double pressureMmHg) {
        return part(PartKind.TANK, name).with(LineParameters.PRESSURE, pressureMmHg);
    }

    public Sketch junction(String name) {
        return part(PartKind.JUNCTION, name);
    }

    public Sketch tube(String from, String name, String to, double boreMm, double lengthCm) {
        return part(PartKind.TUBE, from, name, to)
                .with(LineParameters.BORE, boreMm)
                .with(LineParameters.LENGTH, lengthCm);
    }

    /// A cannula whose drop grows with the square of flow.
    ///
    /// @param quadratic mmHg at 1 L/min
    Sketch cannula(String from, String name, String to, double quadratic) {
        return part(PartKind.CANNULA, from, name, to).with(LineParameters.QUADRATIC, quadratic);
    }

    /// A flow that pressures do not change.
    Sketch flow(String from, String name, String to, double litresPerMin) {
        return part(PartKind.FLOW_SOURCE, from, name, to).with(LineParameters.FLOW, 1_000 * litresPerMin);
    }

    /// Fills the circuit, ready to be settled or run.
    Trial trial() {
        return new Trial(new CircuitModel(circuit("figure", "a bench for one figure"), 1));
    }

    /// What was sketched.
    public Circuit circuit(String name, String title) {
        List<Part> parts = new ArrayList<>();
        for (Stroke stroke : strokes) {
            parts.add(new Part(stroke.name, stroke.kind, stroke.from, stroke.to, Optional.empty(), values(stroke)));
        }
        return new Circuit(name, title, parts);
    }

    private Map<String, Double> values(Stroke stroke) {
        Map<String, Double> values = new HashMap<>();
        for (Parameter parameter : stroke.kind.parameters()) {
            switch (parameter.usual()) {
                case Parameter.Usual.Value(double value) -> values.put(parameter.key(), value);
                case Parameter.Usual.AsTheBlood() -> values.put(parameter.key(), ofTheBlood(parameter));
                case Parameter.Usual.Needed() -> {}
            }
        }
        values.putAll(stroke.said);
        return values;
    }

    private double ofTheBlood(Parameter parameter) {
        Parameter same = parameter.key().equals(HAEMATOCRIT.key()) ? HAEMATOCRIT : TEMPERATURE;
        if (blood.containsKey(same.key())) {
            return blood.getOrDefault(same.key(), Double.NaN);
        }
        return Part.usual("blood", PartKind.BLOOD).value(same);
    }
}
