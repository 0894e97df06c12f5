package org.altercor.config.schema;

/// A whole number within a range.
///
/// @param name     name with its unit
/// @param presence whether it must be there
/// @param limit    the range it stays within
/// @param meaning  one sentence
public record IntegerKey(String name, Presence presence, Range limit, String meaning) implements NumberKey<Integer> {
    @Override
    public String typeText() {
        return "whole number";
    }

    @Override
    public Verdict<Integer> read(Object found) {
        if (!(found instanceof Long number)) {
            return Verdict.misfit(found, "a whole number, " + limit.rangeText());
        }
        return switch (Numbers.decimal(number, limit)) {
            case Verdict.Fit<Double>(var value) -> new Verdict.Fit<>((int) Math.rint(value));
            case Verdict.Misfit<Double>(var shown, var allowed, var suggestion) ->
                new Verdict.Misfit<>(shown, allowed, suggestion);
        };
    }
}
