package org.altercor.controller.blackbox;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Text and numbers on the page.
final class Markup {
    /// What stands where a number is not known.
    static final String UNKNOWN = "—";

    private Markup() {}

    /// Text that cannot become markup, and steers nothing: control characters become a question mark in a diamond.
    static String text(String words) {
        var text = new StringBuilder();
        words.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\n', '\t' -> text.append(' ');
                default -> text.appendCodePoint(isShown(letter) ? letter : '�');
            }
        });
        return text.toString();
    }

    /// What XML allows, less what steers a terminal or the direction of a line.
    private static boolean isShown(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.SURROGATE, Character.FORMAT, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /// A number with so many decimals; a dash when it is not known, a minus as wide as a plus.
    static String number(double value, int decimals) {
        if (Double.isNaN(value)) {
            return UNKNOWN;
        }
        if (Double.isInfinite(value)) {
            return "no limit";
        }
        String digits = new BigDecimal(Math.abs(value))
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
        boolean isNegative = value < 0 && !digits.matches("[0.]*");
        return isNegative ? "−" + digits : digits;
    }

    /// A time from the alarm, with its sign.
    static String seconds(double seconds) {
        String number = number(seconds, 3);
        return (number.startsWith("−") || number.equals("0.000") ? number : "+" + number) + " s";
    }
}
