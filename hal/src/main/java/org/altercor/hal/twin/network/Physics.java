package org.altercor.hal.twin.network;

/// Units and constants of the network.
final class Physics {
    /// 1 L/min in mL/s.
    static final double ML_PER_S = 1_000 / 60.0;

    /// 1 mL/s in L/min.
    static final double L_PER_MIN = 0.06;

    /// 1 mL/s in mL/min.
    static final double ML_PER_MIN = 60;

    /// 1 mmHg in Pa.
    private static final double PASCAL = 133.322;

    private static final double GRAVITY_M_PER_S2 = 9.80665;

    private Physics() {}

    /// Pressure in mmHg of a column of 1 cm: 0.772 for blood.
    static double mmHgPerCm(double densityKgPerM3) {
        return densityKgPerM3 * GRAVITY_M_PER_S2 * 0.01 / PASCAL;
    }

    /// Pressure in mmHg from a pressure in Pa.
    static double mmHg(double pascal) {
        return pascal / PASCAL;
    }
}
