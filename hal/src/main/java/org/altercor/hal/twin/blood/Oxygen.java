package org.altercor.hal.twin.blood;

/// Oxygen in blood at 37 °C and pH 7.4. Saturations are shares, contents mL of oxygen in one mL of blood.
public final class Oxygen {
    /// Haemoglobin in one mL of cells, in g: a third of the haematocrit in g/dL [U].
    private static final double HAEMOGLOBIN_G_PER_ML_CELLS = 1 / 3.0;

    /// Oxygen that one g of haemoglobin binds, in mL [U].
    private static final double BOUND_ML_PER_G = 1.34;

    /// Oxygen dissolved in one mL of blood for each mmHg, in mL [U].
    private static final double DISSOLVED_ML_PER_ML_MMHG = 0.0031 / 100;

    private static final double HIGHEST_MMHG = 760;
    private static final int HALVINGS = 40;

    private Oxygen() {}

    /// Saturation of haemoglobin at a partial pressure, after Severinghaus [P68].
    public static double saturation(double pressureMmHg) {
        if (pressureMmHg <= 0) {
            return 0;
        }
        double p3 = pressureMmHg * pressureMmHg * pressureMmHg;
        return 1 / (23_400 / (p3 + 150 * pressureMmHg) + 1);
    }

    /// Content of blood of a haematocrit (a share) at a partial pressure.
    public static double content(double haematocrit, double pressureMmHg) {
        return capacity(haematocrit) * saturation(pressureMmHg) + DISSOLVED_ML_PER_ML_MMHG * pressureMmHg;
    }

    /// What haemoglobin can bind.
    public static double capacity(double haematocrit) {
        return BOUND_ML_PER_G * HAEMOGLOBIN_G_PER_ML_CELLS * haematocrit;
    }

    /// Haemoglobin in g/dL.
    public static double haemoglobinGPerDl(double haematocrit) {
        return 100 * HAEMOGLOBIN_G_PER_ML_CELLS * haematocrit;
    }

    /// Saturation of blood of a content: halves the interval of partial pressures, so it takes some hundred
    /// nanoseconds and belongs in no step.
    public static double saturationOf(double haematocrit, double content) {
        return saturation(pressureOf(haematocrit, content));
    }

    /// Partial pressure in mmHg of blood of a content, up to 760; NaN when one of them is.
    public static double pressureOf(double haematocrit, double content) {
        if (Double.isNaN(haematocrit + content)) {
            return Double.NaN;
        }
        double low = 0;
        double high = HIGHEST_MMHG;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (content(haematocrit, middle) < content) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
