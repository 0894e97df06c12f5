package org.altercor.hal.twin.network;

import org.altercor.config.circuit.LineParameters;

/// Anything known by its pressure drop, `A · (µ/µ_ref) · Q + B · (ρ/ρ_blood) · Q²`: cannulae, filters, resistances on a
/// bench, and oxygenators.
class Resistor extends InertialBranch {
    /// Density at which drops are given, kg/m³.
    private static final double REFERENCE_DENSITY = 1_050;

    private double linear;
    private double quadratic;
    private double referenceMpaS;
    private double trappedShare;
    private double openShare = 1;
    private final boolean trapsAir;

    /// @param trapsAir whether parts of this kind keep some of the air
    Resistor(String name, Numbers numbers, Node from, Node to, boolean trapsAir) {
        super(name, numbers, from, to);
        this.trapsAir = trapsAir;
    }

    @Override
    void refresh(Fluid fluid) {
        super.refresh(fluid);
        linear = numbers.of(LineParameters.LINEAR) * numbers.of(LineParameters.CLOTTING) * Physics.L_PER_MIN;
        quadratic = numbers.of(LineParameters.QUADRATIC)
                * Physics.L_PER_MIN
                * Physics.L_PER_MIN
                * (fluid.densityKgPerM3() / REFERENCE_DENSITY);
        referenceMpaS = numbers.of(LineParameters.REFERENCE_VISCOSITY);
        inertanceMmHgS2PerMl = numbers.of(LineParameters.INERTANCE);
        openShare = 1 - numbers.of(LineParameters.CLOSED) / 100;
        trappedShare = trapsAir ? numbers.of(LineParameters.TRAPS) / 100 : 0;
    }

    @Override
    void linearise(double stepSeconds, boolean isMean) {
        if (openShare <= 0) {
            shut();
        } else {
            super.linearise(stepSeconds, isMean);
        }
    }

    @Override
    void law(boolean isMean) {
        double viscous = referenceMpaS > 0 ? linear * viscosityMpaS() / referenceMpaS : linear;
        double squeeze = 1 / (openShare * openShare);
        double turbulent = quadratic * squeeze * Math.abs(flowMlPerS);
        law(-(viscous * squeeze + turbulent) * flowMlPerS, viscous * squeeze + 2 * turbulent);
    }

    @Override
    double trappedShare() {
        return trappedShare;
    }
}
