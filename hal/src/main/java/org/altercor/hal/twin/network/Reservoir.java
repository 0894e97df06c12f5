package org.altercor.hal.twin.network;

import org.altercor.config.circuit.LineParameters;

/// A vessel with a free surface: the pressure at its outlet is the gas above and the column in it. Nearly empty, it
/// gives air along with blood; empty, only air.
final class Reservoir extends Node {
    private double areaCm2;
    private double gasMmHg;
    private double vortexMl;
    private double mmHgPerMl;

    Reservoir(String name, Numbers numbers) {
        super(name, numbers);
    }

    @Override
    void refresh(Fluid fluid) {
        heightCm = numbers.of(LineParameters.HEIGHT);
        areaCm2 = numbers.of(LineParameters.AREA);
        gasMmHg = numbers.of(LineParameters.GAS_PRESSURE);
        vortexMl = numbers.of(LineParameters.VORTEX);
        mmHgPerMl = fluid.mmHgPerCm() / areaCm2;
    }

    @Override
    void fill() {
        volumeMl = numbers.of(LineParameters.VOLUME);
    }

    @Override
    double pressureNow() {
        return gasMmHg + mmHgPerMl * volumeMl;
    }

    @Override
    double stiffness() {
        return mmHgPerMl;
    }

    @Override
    double airShare() {
        if (volumeMl <= 0) {
            return 1;
        }
        double missing = 1 - volumeMl / vortexMl;
        return missing > 0 ? missing * missing : 0;
    }

    /// Bubbles run ahead of the blood they came with, and take a mL or two out before it has arrived.
    @Override
    double leastMixedMl() {
        return 5;
    }

    @Override
    boolean isOpenToAir() {
        return true;
    }

    /// Height of the surface above the outlet, in cm.
    double levelCm() {
        return volumeMl / areaCm2;
    }
}
