package org.altercor.config;

/// The bore of a roller head, named by its nominal diameter.
public enum Raceway {
    SIX_INCH("6in", 152.4),
    FOUR_INCH("4in", 101.6);

    private final String word;
    private final double boreMm;

    Raceway(String word, double boreMm) {
        this.word = word;
        this.boreMm = boreMm;
    }

    /// The word in machine files.
    public String word() {
        return word;
    }

    /// Diameter of the wall the rollers press the tubing against, in mm.
    public double boreMm() {
        return boreMm;
    }
}
