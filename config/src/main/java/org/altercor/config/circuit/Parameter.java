package org.altercor.config.circuit;

import org.altercor.config.schema.Range;
import org.altercor.config.schema.Unit;

/// One number of a kind of part: its key in files and scenarios, its range, what it usually is, and who says so.
///
/// @param key     name with its unit (`length-cm`)
/// @param unit    unit of the value
/// @param min     smallest value
/// @param max     largest value
/// @param usual   what holds when a file is silent
/// @param meaning one sentence
/// @param source  where range and usual value come from: `[P25]` a source in print, `[D]` derived, `[U]` field
///                knowledge nobody has checked, `(J)` our own judgement
public record Parameter(String key, Unit unit, double min, double max, Usual usual, String meaning, String source)
        implements Range {
    @Override
    public String why() {
        return meaning;
    }

    /// Tables print the meaning in a column of its own.
    @Override
    public String reason() {
        return source;
    }

    /// What holds when a file is silent.
    public sealed interface Usual {
        /// A file must say it.
        record Needed() implements Usual {}

        /// A number.
        record Value(double value) implements Usual {}

        /// What the circuit's blood has: haematocrit or temperature.
        record AsTheBlood() implements Usual {}
    }

    /// A number that every file must give.
    static Parameter needed(String key, Unit unit, double min, double max, String meaning, String source) {
        return new Parameter(key, unit, min, max, new Usual.Needed(), meaning, source);
    }

    /// A number with a usual value.
    static Parameter usually(
            String key, Unit unit, double min, double max, double value, String meaning, String source) {
        return new Parameter(key, unit, min, max, new Usual.Value(value), meaning, source);
    }

    /// The same parameter with another usual value, for another kind of part.
    Parameter butUsually(double value, String otherSource) {
        return new Parameter(key, unit, min, max, new Usual.Value(value), meaning, otherSource);
    }
}
