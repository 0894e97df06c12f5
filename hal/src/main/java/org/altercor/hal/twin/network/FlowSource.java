package org.altercor.hal.twin.network;

import org.altercor.config.circuit.LineParameters;

/// A flow that pressures do not change. It ends when the part it comes from has nothing left.
final class FlowSource extends Branch {
    private double wantedMlPerS;

    FlowSource(String name, Numbers numbers, Node from, Node to) {
        super(name, numbers, from, to);
    }

    @Override
    void refresh(Fluid fluid) {
        super.refresh(fluid);
        wantedMlPerS = numbers.of(LineParameters.FLOW) / Physics.ML_PER_MIN;
    }

    @Override
    void linearise(double stepSeconds, boolean isMean) {
        shut();
        source = from.isSpent() ? 0 : wantedMlPerS;
    }
}
