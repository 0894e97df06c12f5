package org.altercor.bench.figures;

import org.altercor.config.circuit.LineParameters;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.circuit.PatientParameters;

/// An adult of 80 kg and 1.9 m² on a roller pump, of few parts. Numbers without a mark are those of the twin's own
/// adult tests (J).
final class Adult {
    static final double SURFACE = 1.9;
    static final double STROKE_ML = 45;

    private Adult() {}

    /// The patient alone: arteries, the body's small vessels, veins, heart.
    ///
    /// @param resistance mmHg at 1 L/min
    /// @param veinsMl    blood in the veins, of which 2,800 mL do not stretch them
    static Sketch patient(double resistance, double veinsMl) {
        return new Sketch()
                .part(PartKind.PATIENT, "patient")
                .with(PatientParameters.SURFACE, SURFACE)
                .part(PartKind.COMPARTMENT, "arteries")
                .with(PatientParameters.VESSELS, 1.5)
                .with(PatientParameters.UNSTRESSED, 700)
                .with(LineParameters.VOLUME, 790)
                .part(PartKind.COMPARTMENT, "veins")
                .with(PatientParameters.VESSELS, 90)
                .with(PatientParameters.UNSTRESSED, 2_800)
                .with(LineParameters.VOLUME, veinsMl)
                .part(PartKind.HEART, "veins", "heart", "arteries")
                .with(PatientParameters.STRENGTH, 0)
                .part(PartKind.BED, "arteries", "body", "veins")
                .with(PatientParameters.RESISTANCE, resistance)
                .with(PatientParameters.CONSUMPTION, 200)
                .with(PatientParameters.CORE, 48)
                .with(PatientParameters.SHELL, 32);
    }

    /// The same patient, drained through a vein into a reservoir 60 cm lower, perfused through an oxygenator.
    static Sketch onBypass(double resistance) {
        Sketch sketch = patient(resistance, 3_200)
                .junction("tip")
                .part(PartKind.RESERVOIR, "reservoir")
                .with(LineParameters.VOLUME, 900)
                .with(LineParameters.HEIGHT, -60)
                .junction("membrane")
                .with(LineParameters.HEIGHT, -60)
                .with(LineParameters.HOLDS, 130)
                .junction("line")
                .with(LineParameters.HEIGHT, -60)
                .with(LineParameters.HOLDS, 130)
                .part(PartKind.VENOUS_INLET, "veins", "collapse", "tip")
                .tube("tip", "drain", "reservoir", Devices.HALF, 150)
                .tube("line", "arterial-line", "arteries", Devices.THREE_EIGHTHS, 180);
        Devices.roller(sketch, "reservoir", "membrane", STROKE_ML);
        return Devices.oxygenator(sketch, "membrane", "line");
    }

    /// Speed of the roller for a flow.
    static double speedRpm(double litresPerMin) {
        return 1_000 * litresPerMin / STROKE_ML;
    }
}
