package org.altercor.config.schema;

import java.util.Locale;
import java.util.Optional;

/// Reads numbers against their ranges, and guesses which unit was typed by mistake.
final class Numbers {
    private Numbers() {}

    static Verdict<Double> decimal(Object found, Range limit) {
        String allowed = "a number, " + limit.rangeText();
        return switch (found) {
            case Long number -> within(number.doubleValue(), limit);
            case Double number when Double.isFinite(number) -> within(number, limit);
            case Double number -> Verdict.misfit(number, allowed + "; not a number and infinity are no settings");
            case String text -> Verdict.misfit(text, allowed, quoted(text));
            default -> Verdict.misfit(found, allowed);
        };
    }

    private static Verdict<Double> within(double value, Range limit) {
        if (value >= limit.min() && value <= limit.max()) {
            return new Verdict.Fit<>(value);
        }
        String side = value < limit.min()
                ? "below the hard limit of " + limit.unit().show(limit.min())
                : "above the hard limit of " + limit.unit().show(limit.max());
        return new Verdict.Misfit<>(
                limit.unit().show(value) + ", which is " + side,
                String.format(Locale.ROOT, "%s: %s %s", limit.rangeText(), limit.why(), limit.source()),
                limit.unit().likelyConfusion(value, limit.min(), limit.max()));
    }

    private static Optional<String> quoted(String text) {
        String digits = text.strip();
        if (digits.matches("[-+]?[0-9]+(\\.[0-9]+)?")) {
            return Optional.of("write " + digits + " without quotation marks");
        }
        if (digits.matches("[-+]?[0-9]+,[0-9]+")) {
            return Optional.of("write " + digits.replace(',', '.') + " without quotation marks, with a decimal point");
        }
        return Optional.empty();
    }
}
