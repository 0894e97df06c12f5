package org.altercor.controller.console;

import java.util.OptionalDouble;
import org.altercor.config.Machine;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.circuit.PatientParameters;

/// Oxygen delivery index: flow index times the oxygen content of arterial blood. Shown and never acted on.
///
/// `DO2i = 10 · (flow / body surface) · (k · Hb · SaO2)` in mL/min/m² with flow in L/min and Hb in g/dL [S-DGFKT]; `k`
/// is
/// 1.34 mL/g, one of three constants in use, and it alone moves a patient across a threshold. Dissolved oxygen is left
/// out: it is not measured, and it only adds. Hb is a third of the haematocrit, and arterial saturation is taken for 98
/// percent, since no sensor of the machine measures either: both assumptions of ours, and the screen says so.
final class OxygenDelivery {
    static final double ML_PER_GRAM = 1.34;
    static final double ASSUMED_SATURATION = 0.98;
    private static final double GRAMS_PER_DL_AND_PERCENT = 1 / 3.0;

    private final OptionalDouble bodySurfaceM2;
    private final Catalogue catalogue;

    /// The body surface is the simulated patient's; a real one is not known to this version.
    OxygenDelivery(Machine machine, Catalogue catalogue) {
        bodySurfaceM2 = machine.circuit().stream()
                .flatMap(circuit -> circuit.parts().stream())
                .filter(part -> part.kind() == PartKind.PATIENT)
                .mapToDouble(part -> part.value(PatientParameters.SURFACE))
                .findFirst();
        this.catalogue = catalogue;
    }

    /// Delivery in mL/min/m².
    ///
    /// @param flowMlPerMin       of the arterial line
    /// @param haematocritPercent of the blood monitor
    ShownValue of(ShownValue flowMlPerMin, ShownValue haematocritPercent) {
        if (bodySurfaceM2.isEmpty()) {
            return ShownValue.unknown(catalogue.text("unknown.surface"));
        }
        if (!flowMlPerMin.isKnown()) {
            return ShownValue.unknown(catalogue.text("unknown.flow"));
        }
        if (flowMlPerMin.now().getAsDouble() <= 0) {
            return ShownValue.unknown(catalogue.text("unknown.no-flow"));
        }
        if (!haematocritPercent.isKnown()) {
            return ShownValue.unknown(catalogue.text("unknown.haematocrit"));
        }
        return ShownValue.of(mlPerMinM2(
                flowMlPerMin.now().getAsDouble() / 1_000 / bodySurfaceM2.getAsDouble(),
                haematocritPercent.now().getAsDouble() * GRAMS_PER_DL_AND_PERCENT,
                ASSUMED_SATURATION));
    }

    /// @param index      flow over body surface in L/min/m²
    /// @param gramsPerDl haemoglobin
    /// @param saturation of arterial blood, 0 to 1
    static double mlPerMinM2(double index, double gramsPerDl, double saturation) {
        return 10 * index * ML_PER_GRAM * gramsPerDl * saturation;
    }
}
