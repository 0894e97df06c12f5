package org.altercor.hal.twin.network;

import org.altercor.config.circuit.LineParameters;

/// A one-way valve: opens at a pressure difference, and shuts when the flow turns.
final class Valve extends InertialBranch {
    private double linear;
    private double quadratic;
    private double opensMmHg;

    Valve(String name, Numbers numbers, Node from, Node to) {
        super(name, numbers, from, to);
    }

    @Override
    void refresh(Fluid fluid) {
        super.refresh(fluid);
        linear = numbers.of(LineParameters.LINEAR) * Physics.L_PER_MIN;
        quadratic = numbers.of(LineParameters.QUADRATIC) * Physics.L_PER_MIN * Physics.L_PER_MIN;
        inertanceMmHgS2PerMl = numbers.of(LineParameters.INERTANCE);
        opensMmHg = numbers.of(LineParameters.OPENS);
    }

    @Override
    void linearise(double stepSeconds, boolean isMean) {
        double difference = from.pressureMmHg - to.pressureMmHg + columnMmHg();
        if (flowMlPerS <= 0 && difference <= opensMmHg) {
            shut();
        } else {
            super.linearise(stepSeconds, isMean);
        }
    }

    @Override
    void law(boolean isMean) {
        double turbulent = quadratic * flowMlPerS;
        law(-opensMmHg - (linear + turbulent) * flowMlPerS, linear + 2 * turbulent);
    }

    @Override
    void take(double fromMmHg, double toMmHg) {
        super.take(fromMmHg, toMmHg);
        flowMlPerS = Math.max(0, flowMlPerS);
    }
}
