package org.altercor.hal.twin.network;

import org.altercor.config.circuit.LineParameters;
import org.altercor.config.circuit.PatientParameters;

/// The vein around the tip of a cannula. Drawn below its threshold its wall falls onto the tip: more suction draws no
/// more blood.
final class VenousInlet extends Waterfall {
    VenousInlet(String name, Numbers numbers, Node from, Node to) {
        super(name, numbers, from, to);
    }

    @Override
    void refresh(Fluid fluid) {
        super.refresh(fluid);
        waterfall(
                numbers.of(PatientParameters.COLLAPSES),
                Math.max(numbers.of(LineParameters.LINEAR), 0.01) * Physics.L_PER_MIN);
    }
}
