package org.altercor.config;

/// Pump tubing by inner diameter, with the wall it is sold with.
///
/// One turn of a two-roller head displaces at most the lumen along the circle of the tube's axis:
/// `2π · (bore/2 − outer/2) · π · inner²/4`. Handbook stroke volumes lie at 84 to 92 % of that, because the rollers
/// themselves take up lumen [U].
public enum Tubing {
    THREE_SIXTEENTHS("3/16in", 3 / 16.0, 1 / 16.0, 7),
    ONE_QUARTER("1/4in", 1 / 4.0, 1 / 16.0, 13),
    FIVE_SIXTEENTHS("5/16in", 5 / 16.0, 3 / 32.0, 20),
    THREE_EIGHTHS("3/8in", 3 / 8.0, 3 / 32.0, 27),
    ONE_HALF("1/2in", 1 / 2.0, 3 / 32.0, 45);

    /// Smallest credible share of the geometric bound: our own judgement around the published 84 to 92 %.
    public static final double LEAST_SHARE_OF_BOUND = 0.5;

    /// A 4 inch head displaces 60 to 65 % of what a 6 inch head does [GFK].
    private static final double FOUR_INCH_SHARE = 0.625;

    private static final double MM_PER_INCH = 25.4;

    private final String word;
    private final double innerInch;
    private final double wallInch;
    private final double handbookSixInchMl;

    Tubing(String word, double innerInch, double wallInch, double handbookSixInchMl) {
        this.word = word;
        this.innerInch = innerInch;
        this.wallInch = wallInch;
        this.handbookSixInchMl = handbookSixInchMl;
    }

    /// The word in machine files: `3/8in`.
    public String word() {
        return word;
    }

    /// Inner diameter in mm.
    public double innerMm() {
        return innerInch * MM_PER_INCH;
    }

    /// Wall in mm.
    public double wallMm() {
        return wallInch * MM_PER_INCH;
    }

    /// Volume of one metre in mL [CALC]: 71.3 for 3/8 inch.
    public double volumeMlPerMetre() {
        return lumenSquareMm();
    }

    /// Stroke volume in mL/rev that a head displaces by common knowledge of the trade [GFK]: never measured here, so
    /// good for a bench and not for a patient.
    public double handbookMlPerRev(Raceway raceway) {
        return switch (raceway) {
            case SIX_INCH -> handbookSixInchMl;
            case FOUR_INCH -> handbookSixInchMl * FOUR_INCH_SHARE;
        };
    }

    /// Largest stroke volume in mL/rev that geometry allows [D].
    public double boundMlPerRev(Raceway raceway) {
        double axisDiameterMm = raceway.boreMm() - innerMm() - 2 * wallMm();
        return Math.PI * axisDiameterMm * lumenSquareMm() / 1_000;
    }

    /// Whether a stroke volume in mL/rev can be right for this tubing in this head. Not for NaN.
    public boolean canDisplace(double strokeVolumeMl, Raceway raceway) {
        double boundMl = boundMlPerRev(raceway);
        return strokeVolumeMl >= LEAST_SHARE_OF_BOUND * boundMl && strokeVolumeMl <= boundMl;
    }

    private double lumenSquareMm() {
        return Math.PI / 4 * innerMm() * innerMm();
    }
}
