package org.altercor.config.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Units as written in files and on screens, and what people type by mistake instead of them.
///
/// A unit knows its likely confusions so that a number outside its range can be answered with a question
/// ("kPa typed for mmHg?") instead of a bare refusal. Nothing is ever converted silently.
public enum Unit {
    NONE(""),
    MMHG(
            "mmHg",
            new Confusion("kPa", 7.50062, 0),
            new Confusion("bar", 750.062, 0),
            new Confusion("cmH2O", 0.735559, 0),
            new Confusion("Pa", 0.00750062, 0)),
    ML("mL", new Confusion("L", 1_000, 0)),
    ML_PER_MIN(
            "mL/min",
            new Confusion("L/min", 1_000, 0),
            new Confusion("mL/s", 60, 0),
            new Confusion("L/h", 1_000 / 60.0, 0)),
    ML_PER_REV("mL/rev", new Confusion("L/rev", 1_000, 0)),
    RPM("rpm", new Confusion("rev/s", 60, 0), new Confusion("rad/s", 9.5493, 0), new Confusion("krpm", 1_000, 0)),
    RPM_PER_S("rpm/s", new Confusion("rev/s²", 60, 0), new Confusion("rpm/min", 1 / 60.0, 0)),
    RPM_PER_COUNT("rpm per count"),
    AMPERE_PER_COUNT("A per count"),
    MS_PER_COUNT("ms per count"),
    PER_COUNT("per count"),
    MS("ms", new Confusion("s", 1_000, 0), new Confusion("µs", 0.001, 0)),
    S("s", new Confusion("ms", 0.001, 0), new Confusion("min", 60, 0)),
    CELSIUS("°C", new Confusion("K", 1, -273.15), new Confusion("°F", 5 / 9.0, -160 / 9.0)),
    KELVIN("K", new Confusion("°F", 5 / 9.0, 0)),
    CELSIUS_PER_MIN("°C/min", new Confusion("°C/h", 1 / 60.0, 0), new Confusion("°C/s", 60, 0)),
    CM("cm", new Confusion("m", 100, 0), new Confusion("mm", 0.1, 0), new Confusion("inch", 2.54, 0)),
    PERCENT("%", new Confusion("a fraction", 100, 0)),
    MMHG_PER_RPM2("mmHg/rpm²", new Confusion("mmHg/krpm²", 1e-6, 0)),
    ML_PER_MIN_M2("mL/min/m²", new Confusion("L/min/m²", 1_000, 0)),
    MM("mm", new Confusion("cm", 10, 0), new Confusion("inch", 25.4, 0), new Confusion("m", 1_000, 0)),
    CM2("cm²", new Confusion("mm²", 0.01, 0), new Confusion("m²", 10_000, 0)),
    M2("m²", new Confusion("cm²", 0.0001, 0)),
    KG("kg", new Confusion("g", 0.001, 0)),
    KG_PER_M3("kg/m³", new Confusion("g/cm³", 1_000, 0)),
    MPA_S("mPa·s", new Confusion("Pa·s", 1_000, 0)),
    W_PER_K("W/K", new Confusion("kW/K", 1_000, 0)),
    DEGREE("°", new Confusion("rad", 57.2958, 0)),
    PER_MIN("/min", new Confusion("/s", 60, 0)),
    ML_PER_MMHG("mL/mmHg"),
    ML_PER_MMHG_M("mL/mmHg/m"),
    ML_PER_MIN_MMHG("mL/min/mmHg"),
    MMHG_PER_L_MIN("mmHg/(L/min)", new Confusion("mmHg·s/mL", 16.667, 0)),
    MMHG_PER_L_MIN2("mmHg/(L/min)²"),
    MMHG_S2_PER_ML("mmHg·s²/mL"),
    BAUD("Bd", new Confusion("kBd", 1_000, 0)),
    REVOLUTIONS("rev");

    /// A unit that people type in place of the right one.
    ///
    /// @param typed  the unit that may have been meant
    /// @param factor what a number in that unit is multiplied by
    /// @param offset what is added after that
    private record Confusion(String typed, double factor, double offset) {}

    /// A guess that lands almost at zero explains nothing: it must reach this share of the range.
    private static final double LEAST_SHARE = 0.01;

    private final String symbol;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot change
    private final List<Confusion> confusions;

    Unit(String symbol, Confusion... confusions) {
        this.symbol = symbol;
        this.confusions = List.of(confusions);
    }

    /// The unit as people write it; empty for a bare number.
    public String symbol() {
        return symbol;
    }

    /// A number with its unit, short: `350 mmHg`.
    public String show(double value) {
        String number = number(value);
        return symbol.isEmpty() ? number : number + " " + symbol;
    }

    /// The mistake that would explain why `found` lies outside `[min, max]`, as a question; empty when none would.
    public Optional<String> likelyConfusion(double found, double min, double max) {
        for (Confusion confusion : confusions) {
            double meant = found * confusion.factor + confusion.offset;
            boolean isPlausible = Math.abs(meant) >= Math.max(Math.abs(min), Math.abs(max)) * LEAST_SHARE;
            if (isPlausible && meant >= min && meant <= max) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "%s in %s would be %s: %s typed for %s?",
                        number(found),
                        confusion.typed,
                        show(rounded(meant)),
                        confusion.typed,
                        symbol));
            }
        }
        return Optional.empty();
    }

    /// A number as a person would write it: no exponent unless it is needed, no trailing zeros.
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return String.format(Locale.ROOT, "%d", (long) value);
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static double rounded(double value) {
        return Math.abs(value) >= 100 ? Math.rint(value) : Math.rint(value * 100) / 100;
    }
}
