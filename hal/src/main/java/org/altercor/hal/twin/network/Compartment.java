package org.altercor.hal.twin.network;

import org.altercor.config.circuit.LineParameters;
import org.altercor.config.circuit.PatientParameters;

/// Vessels of the patient: empty up to their unstressed volume, then widening with pressure. Below it they fold, and
/// resist further emptying little.
final class Compartment extends Node {
    private double complianceMlPerMmHg;
    private double foldedMlPerMmHg;
    private double unstressedMl;

    Compartment(String name, Numbers numbers) {
        super(name, numbers);
    }

    @Override
    void refresh(Fluid fluid) {
        heightCm = numbers.of(LineParameters.HEIGHT);
        complianceMlPerMmHg = numbers.of(PatientParameters.VESSELS);
        foldedMlPerMmHg = complianceMlPerMmHg * numbers.of(PatientParameters.FOLDS);
        unstressedMl = numbers.of(PatientParameters.UNSTRESSED);
    }

    @Override
    void fill() {
        volumeMl = numbers.of(LineParameters.VOLUME);
    }

    @Override
    double pressureNow() {
        return (volumeMl - unstressedMl) * stiffness();
    }

    @Override
    double stiffness() {
        return 1 / (volumeMl < unstressedMl ? foldedMlPerMmHg : complianceMlPerMmHg);
    }
}
