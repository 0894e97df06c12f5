package org.altercor.config.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A list of pairs of numbers: the points of a measurement or of a curve.
///
/// @param name     name of the key, which carries neither unit: `first` and `second` do
/// @param presence whether it must be there
/// @param fewest   fewest pairs
/// @param first    what the first number of a pair is, with its range and unit
/// @param second   what the second number is
/// @param meaning  one sentence
public record PairsKey(String name, Presence presence, int fewest, Column first, Column second, String meaning)
        implements Key<List<PairsKey.Pair>> {
    /// Most pairs anybody needs.
    public static final int MOST = 100;

    /// One point.
    public record Pair(double first, double second) {}

    /// One column of the list.
    ///
    /// @param quantity what it is
    /// @param min      smallest number
    /// @param max      largest number
    /// @param unit     its unit
    public record Column(String quantity, double min, double max, Unit unit) {
        private String text() {
            return String.format(Locale.ROOT, "%s %s to %s", quantity, Unit.number(min), unit.show(max));
        }
    }

    @Override
    public String typeText() {
        return "list of pairs";
    }

    @Override
    public String allowedText() {
        return String.format(Locale.ROOT, "%d to %d pairs [%s, %s]", fewest, MOST, first.text(), second.text());
    }

    @Override
    public String unitText() {
        return first.unit.symbol() + ", " + second.unit.symbol();
    }

    @Override
    public Verdict<List<Pair>> read(Object found) {
        if (!(found instanceof List<?> list) || list.size() < fewest || list.size() > MOST) {
            return Verdict.misfit(found, allowedText());
        }
        List<Pair> pairs = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof List<?> pair)
                    || pair.size() != 2
                    || !(pair.get(0) instanceof Number one)
                    || !(pair.get(1) instanceof Number two)) {
                return Verdict.misfit(element, allowedText());
            }
            if (!isWithin(one.doubleValue(), first)) {
                return Verdict.misfit(one, first.text());
            }
            if (!isWithin(two.doubleValue(), second)) {
                return Verdict.misfit(two, second.text());
            }
            pairs.add(new Pair(one.doubleValue(), two.doubleValue()));
        }
        return new Verdict.Fit<>(List.copyOf(pairs));
    }

    private static boolean isWithin(double value, Column column) {
        return value >= column.min && value <= column.max; // false for NaN as well
    }
}
