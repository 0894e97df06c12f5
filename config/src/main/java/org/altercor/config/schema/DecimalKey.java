package org.altercor.config.schema;

/// A number with a unit, within a range. Whole numbers are taken as well; NaN and infinity are not numbers.
///
/// @param name     name with its unit (`stop-mmhg`)
/// @param presence whether it must be there
/// @param limit    the range it stays within
/// @param meaning  one sentence
public record DecimalKey(String name, Presence presence, Range limit, String meaning) implements NumberKey<Double> {
    @Override
    public String typeText() {
        return "number";
    }

    @Override
    public Verdict<Double> read(Object found) {
        return Numbers.decimal(found, limit);
    }
}
