package org.altercor.controller.console;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers in sentences, written the same in every country.
final class Figures {
    private Figures() {}

    /// A number with so many decimals.
    static String of(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /// With its sign, a minus as wide as a plus.
    static String signed(double value, int decimals) {
        return (value < 0 ? "−" : "+") + of(Math.abs(value), decimals);
    }
}
