package org.altercor.hal.twin.network;

import static org.altercor.config.circuit.PatientParameters.*;

/// Small vessels and the tissue they feed: resistance, oxygen consumption, and two masses that blood warms and cools.
final class Bed extends Waterfall {
    private static final double NORMAL_CELSIUS = 37;
    private static final double REFERENCE_MPA_S = 2.5;

    /// Heat capacity of tissue, J/kg/K, and of blood, J/mL/K [U].
    private static final double TISSUE_J_PER_KG_K = 3_490;

    private static final double BLOOD_J_PER_ML_K = 1.05 * 3.62;

    /// Heat set free by one mL of oxygen, J [U].
    private static final double J_PER_ML_OXYGEN = 20;

    private double fullResistance;
    private double closingMmHg;
    private double coldTonePerK;
    private double viscousShare;
    private double consumptionMlPerS;
    private double lnQ10PerK;
    private double extraction;
    private double coreJPerK;
    private double shellJPerK;
    private double coreToShell;
    private double shellToRoom;

    private double coreCelsius = Double.NaN;
    private double shellCelsius = Double.NaN;
    private double usedMlPerMin;

    Bed(String name, Numbers numbers, Node from, Node to) {
        super(name, numbers, from, to);
    }

    @Override
    void refresh(Fluid fluid) {
        super.refresh(fluid);
        fullResistance = numbers.of(RESISTANCE) * numbers.of(TONE) / 100 * Physics.L_PER_MIN;
        closingMmHg = numbers.of(CLOSING);
        coldTonePerK = numbers.of(COLD_TONE) / 100;
        viscousShare = numbers.of(VISCOUS_SHARE) / 100;
        consumptionMlPerS = numbers.of(CONSUMPTION) / Physics.ML_PER_MIN;
        lnQ10PerK = StrictMath.log(numbers.of(COOLING)) / 10;
        extraction = numbers.of(EXTRACTION) / 100;
        coreJPerK = numbers.of(CORE) * TISSUE_J_PER_KG_K;
        shellJPerK = numbers.of(SHELL) * TISSUE_J_PER_KG_K;
        coreToShell = numbers.of(CORE_TO_SHELL);
        shellToRoom = numbers.of(SHELL_TO_ROOM);
        if (Double.isNaN(coreCelsius)) {
            coreCelsius = numbers.of(CORE_START);
            shellCelsius = numbers.of(SHELL_START);
        }
        tone();
    }

    /// Finds the resistance for the temperature and the viscosity of now.
    void tone() {
        double cold = 1 + coldTonePerK * Math.max(0, NORMAL_CELSIUS - coreCelsius);
        double viscous = 1 + viscousShare * (from.viscosityMpaS / REFERENCE_MPA_S - 1);
        waterfall(closingMmHg, fullResistance * cold * viscous);
    }

    @Override
    void exchange(Passing passing) {
        double wanted = consumptionNowMlPerS() * passing.seconds / passing.volumeMl;
        double used = Math.min(wanted, extraction * passing.oxygen);
        passing.oxygen -= used;
        usedMlPerMin = used * passing.flowMlPerS() * Physics.ML_PER_MIN;
        if (coreJPerK > 0) {
            double kelvin = BLOOD_J_PER_ML_K * passing.volumeMl / (coreJPerK + BLOOD_J_PER_ML_K * passing.volumeMl);
            double warmed = kelvin * (passing.temperatureCelsius - coreCelsius);
            coreCelsius += warmed;
            passing.temperatureCelsius = coreCelsius;
        }
    }

    /// Moves heat within the tissue, and away from it.
    ///
    /// @param seconds     time since the last call
    /// @param roomCelsius temperature of the theatre
    void warm(double seconds, double roomCelsius) {
        if (coreJPerK <= 0) {
            return;
        }
        double made = flowMlPerS > 0 ? usedMlPerMin / Physics.ML_PER_MIN * J_PER_ML_OXYGEN : 0;
        double outward = coreToShell * (coreCelsius - shellCelsius);
        coreCelsius += (made - outward) * seconds / coreJPerK;
        if (shellJPerK > 0) {
            shellCelsius += (outward - shellToRoom * (shellCelsius - roomCelsius)) * seconds / shellJPerK;
        }
    }

    /// What the tissue would use now, in mL/s.
    private double consumptionNowMlPerS() {
        return consumptionMlPerS * StrictMath.exp(lnQ10PerK * (coreCelsius - NORMAL_CELSIUS));
    }

    /// Oxygen used, in mL/min; none without flow.
    double usedMlPerMin() {
        return flowMlPerS > 0 ? usedMlPerMin : 0;
    }

    double coreCelsius() {
        return coreCelsius;
    }

    double shellCelsius() {
        return shellCelsius;
    }

    boolean hasMass() {
        return coreJPerK > 0;
    }

    boolean usesOxygen() {
        return consumptionMlPerS > 0;
    }
}
