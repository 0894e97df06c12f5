package org.altercor.config.schema;

import java.time.LocalDate;
import java.util.Optional;

/// A calendar day, written as TOML writes it: `2026-11-01`, without quotation marks.
///
/// @param name     name of the key
/// @param presence whether it must be there
/// @param meaning  one sentence
public record DateKey(String name, Presence presence, String meaning) implements Key<LocalDate> {
    /// The first day a file of ours can have been written on.
    public static final LocalDate EARLIEST = LocalDate.of(2020, 1, 1);

    /// The last day that makes sense anywhere in a file.
    public static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    @Override
    public String typeText() {
        return "date";
    }

    @Override
    public String allowedText() {
        return EARLIEST + " to " + LATEST;
    }

    @Override
    public Verdict<LocalDate> read(Object found) {
        String allowed = "a day from " + EARLIEST + " to " + LATEST;
        if (found instanceof LocalDate day) {
            return day.isBefore(EARLIEST) || day.isAfter(LATEST)
                    ? Verdict.misfit(day, allowed)
                    : new Verdict.Fit<>(day);
        }
        boolean quoted = found instanceof String text && text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        return Verdict.misfit(
                found, allowed, quoted ? Optional.of("write " + found + " without quotation marks") : Optional.empty());
    }
}
