package org.altercor.hal.twin.network;

import org.altercor.config.circuit.LineParameters;

/// A source or sink at a pressure of its own. Its volume is what has flowed in since the start, below zero when more
/// flowed out.
final class Tank extends Node {
    private double heldMmHg;

    Tank(String name, Numbers numbers) {
        super(name, numbers);
    }

    @Override
    void refresh(Fluid fluid) {
        heightCm = numbers.of(LineParameters.HEIGHT);
        heldMmHg = numbers.of(LineParameters.PRESSURE);
    }

    @Override
    void fill() {
        volumeMl = 0;
    }

    @Override
    double pressureNow() {
        return heldMmHg;
    }

    @Override
    double stiffness() {
        return 0;
    }

    @Override
    boolean isSpent() {
        return false;
    }

    @Override
    boolean isOpenToAir() {
        return true;
    }

    /// Gives the same mixture for ever.
    @Override
    void mix() {}
}
