package org.altercor.controller.journal;

import java.util.Optional;
import java.util.Set;
import org.altercor.safety.journal.JournalRecord;

/// Which records are wanted.
///
/// @param types words of types; empty for all
/// @param from  the first; empty for the first there is
/// @param to    the last; empty for the last there is
public record RecordFilter(Set<String> types, Optional<RecordBound> from, Optional<RecordBound> to) {
    /// The same part, and of it these types.
    public RecordFilter of(Set<String> words) {
        return new RecordFilter(words, from, to);
    }

    /// Whether a record is wanted.
    public boolean takes(JournalRecord record) {
        return (types.isEmpty() || types.contains(Words.type(record)))
                && from.map(bound -> bound.compare(record) >= 0).orElse(true)
                && to.map(bound -> bound.compare(record) <= 0).orElse(true);
    }
}
