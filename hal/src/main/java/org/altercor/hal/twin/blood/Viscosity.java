package org.altercor.hal.twin.blood;

/// Viscosity of blood in vessels that are wide against its cells.
///
/// `StrictMath`, so that every CPU finds the same; its `pow` is avoided, because it allocates.
public final class Viscosity {
    /// Haematocrit at which the law below is normalised.
    private static final double NORMAL_HAEMATOCRIT = 0.45;

    private static final double EXPONENT = -0.8;
    private static final double NORMAL = crowding(NORMAL_HAEMATOCRIT);

    private Viscosity() {}

    /// Viscosity of plasma in mPa·s: 1.28 at 37 °C [P69].
    public static double plasmaMpaS(double temperatureCelsius) {
        double t = temperatureCelsius;
        return 1.8 * 1.808 / (1 + 0.0337 * t + 0.00022 * t * t);
    }

    /// Viscosity of blood in mPa·s: the limit of an in-vitro law for an infinite diameter [D from P69].
    ///
    /// @param haematocrit        share of cells, 0 to 0.7
    /// @param temperatureCelsius temperature
    public static double bloodMpaS(double haematocrit, double temperatureCelsius) {
        double ratio = 1 + 2.2 * crowding(haematocrit) / NORMAL;
        return plasmaMpaS(temperatureCelsius) * ratio;
    }

    private static double crowding(double haematocrit) {
        return StrictMath.exp(EXPONENT * StrictMath.log(1 - haematocrit)) - 1;
    }
}
