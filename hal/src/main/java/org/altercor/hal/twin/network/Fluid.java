package org.altercor.hal.twin.network;

import org.altercor.config.circuit.PatientParameters;
import org.altercor.hal.twin.blood.Viscosity;

/// What flows: blood, or a bench fluid of one viscosity.
final class Fluid {
    /// Haematocrit beyond which the law of viscosity means nothing, and the temperatures that circuits may be given.
    private static final double THICKEST = 0.9;

    private static final double COLDEST_CELSIUS = 0;
    private static final double WARMEST_CELSIUS = 45;

    private final Numbers numbers;
    private double densityKgPerM3;
    private double fixedMpaS;

    Fluid(Numbers numbers) {
        this.numbers = numbers;
        refresh();
    }

    /// Takes its numbers over after one was changed.
    void refresh() {
        densityKgPerM3 = numbers.of(PatientParameters.DENSITY);
        fixedMpaS = numbers.of(PatientParameters.VISCOSITY);
    }

    double densityKgPerM3() {
        return densityKgPerM3;
    }

    /// Pressure in mmHg of 1 cm of it.
    double mmHgPerCm() {
        return Physics.mmHgPerCm(densityKgPerM3);
    }

    /// Viscosity in mPa·s.
    double viscosityMpaS(double haematocrit, double temperatureCelsius) {
        return fixedMpaS > 0
                ? fixedMpaS
                : Viscosity.bloodMpaS(
                        Math.clamp(haematocrit, 0, THICKEST),
                        Math.clamp(temperatureCelsius, COLDEST_CELSIUS, WARMEST_CELSIUS));
    }
}
