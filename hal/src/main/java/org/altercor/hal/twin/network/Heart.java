package org.altercor.hal.twin.network;

import static org.altercor.config.circuit.PatientParameters.*;

import org.altercor.hal.twin.blood.Oxygen;

/// Heart and lungs of the patient in one: what fills the right side leaves the left, beat by beat. A fuller heart
/// ejects more (Frank and Starling), a higher arterial pressure lets it eject less.
///
/// Owner: the twin's thread.
final class Heart extends Branch {
    private static final double ALVEOLAR_MMHG = 100;

    private double beatsPerSecond;
    private double largestMl;
    private double halfMmHg;
    private double ejection;
    private double stallsMmHg;
    private double lungs;

    private double phase;
    private double strokeMl;

    Heart(String name, Numbers numbers, Node from, Node to) {
        super(name, numbers, from, to);
    }

    @Override
    void refresh(Fluid fluid) {
        super.refresh(fluid);
        beatsPerSecond = numbers.of(RATE) / 60;
        largestMl = numbers.of(LARGEST_STROKE) * numbers.of(STRENGTH) / 100;
        halfMmHg = numbers.of(HALF_FILLING);
        ejection = numbers.of(EJECTION) / 100;
        stallsMmHg = numbers.of(STALLS);
        lungs = numbers.of(LUNGS) / 100;
    }

    @Override
    void linearise(double stepSeconds, boolean isMean) {
        shut();
        if (isMean) {
            source = strokeNowMl() * beatsPerSecond;
            return;
        }
        phase += beatsPerSecond * stepSeconds;
        if (phase >= 1) {
            phase -= Math.floor(phase);
            strokeMl = strokeNowMl();
        }
        if (phase < ejection && strokeMl > 0) {
            double u = 2 * phase / ejection - 1;
            source = strokeMl * beatsPerSecond / ejection * 1.5 * (1 - u * u);
        }
    }

    private double strokeNowMl() {
        double filling = Math.max(0, from.pressureMmHg);
        double afterload = Math.clamp(1 - to.pressureMmHg / stallsMmHg, 0, 1);
        return largestMl * filling / (filling + halfMmHg) * afterload;
    }

    @Override
    void exchange(Passing passing) {
        double arterial = Oxygen.content(passing.haematocrit, ALVEOLAR_MMHG);
        passing.oxygen += lungs * Math.max(0, arterial - passing.oxygen);
    }

    /// Stroke volume of the beat that is under way, in mL.
    double strokeMl() {
        return strokeMl;
    }
}
