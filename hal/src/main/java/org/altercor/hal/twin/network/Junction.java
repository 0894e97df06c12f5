package org.altercor.hal.twin.network;

import org.altercor.config.circuit.LineParameters;

/// A place where lines meet. Half of the volume and half of the give of each tube belong to the junction at its end.
final class Junction extends Node {
    /// Flow out of a line that lies open (J).
    private static final double OPEN_LINE_ML_PER_S_MMHG = 1;

    private double ownComplianceMlPerMmHg;
    private double ownMl;
    private double burstsAtMmHg;
    private double tubesComplianceMlPerMmHg;
    private double tubesMl;
    private double stiffnessMmHgPerMl;

    /// Whether a connection has slipped: the line lies open.
    private boolean isBurst;

    Junction(String name, Numbers numbers) {
        super(name, numbers);
    }

    @Override
    void refresh(Fluid fluid) {
        heightCm = numbers.of(LineParameters.HEIGHT);
        ownComplianceMlPerMmHg = numbers.of(LineParameters.COMPLIANCE);
        wallLagSeconds = numbers.of(LineParameters.WALL_LAG) / 1e3;
        ownMl = numbers.of(LineParameters.HOLDS);
        burstsAtMmHg = numbers.of(LineParameters.BURSTS);
        tubesComplianceMlPerMmHg = 0;
        tubesMl = 0;
        stiffnessMmHgPerMl = 1 / ownComplianceMlPerMmHg;
    }

    /// Adds the share of a tube that ends here. After each [#refresh], for each tube.
    void addTube(double lumenMl, double complianceMlPerMmHg) {
        tubesMl += lumenMl;
        tubesComplianceMlPerMmHg += complianceMlPerMmHg;
        stiffnessMmHgPerMl = 1 / (ownComplianceMlPerMmHg + tubesComplianceMlPerMmHg);
    }

    @Override
    void fill() {
        volumeMl = ownMl + tubesMl;
    }

    @Override
    double pressureNow() {
        return (volumeMl - ownMl - tubesMl) * stiffness();
    }

    @Override
    void strain() {
        if (pressureMmHg > burstsAtMmHg) {
            isBurst = true;
        }
    }

    @Override
    double stiffness() {
        return stiffnessMmHgPerMl;
    }

    /// A long step times the rounding of a flow would move it by more than it holds.
    @Override
    void settleBy(double ml) {}

    @Override
    void settleAt(double mmHg) {
        volumeMl = ownMl + tubesMl + mmHg / stiffness();
    }

    @Override
    double openMlPerSMmHg() {
        return isBurst ? OPEN_LINE_ML_PER_S_MMHG : 0;
    }

    boolean isBurst() {
        return isBurst;
    }

    /// Joins the line again.
    void mend() {
        isBurst = false;
    }
}
