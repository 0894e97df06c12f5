package org.altercor.config.schema;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// What stands in a file, said so that a person recognises it. Strings are cut, and strange characters are named.
public final class Found {
    private static final int LONGEST = 60;

    private Found() {}

    /// The value with its type where the value alone would mislead.
    public static String text(Object value) {
        return switch (value) {
            case String text -> "the text \"" + plain(text) + "\"";
            case Double number -> Unit.number(number);
            case Long number -> number.toString();
            case Boolean flag -> flag.toString();
            case LocalDate date -> "the date " + date;
            case List<?> list -> "a list of " + list.size();
            case Table _ -> "a section";
            default -> "the time " + value;
        };
    }

    /// `text` without control, invisible or right-to-left characters, and not too long.
    public static String plain(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (point >= ' ' && point < 0x7f) {
                shown.appendCodePoint(point);
            } else {
                shown.append(String.format(Locale.ROOT, "<U+%04X>", point));
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
    }

    /// Stands for a section where a value was expected.
    public record Table() {}
}
