package org.altercor.controller.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.altercor.safety.journal.JournalRecord;

/// Where a part of a journal begins or ends: at a number, or at a time of the clock on the wall.
public sealed interface RecordBound {
    /// A record's number.
    record Numbered(long number) implements RecordBound {}

    /// A time, to the millisecond as in records.
    record At(long wallMillis) implements RecordBound {}

    /// Where a record lies: negative before this, zero on it, positive behind.
    default int compare(JournalRecord record) {
        return switch (this) {
            case Numbered(long number) -> Long.compare(record.sequence(), number);
            case At(long wallMillis) -> Long.compare(record.wallMillis(), wallMillis);
        };
    }

    /// What people type: a number, `2026-05-01`, `2026-05-01T12:30:00` or the same with `Z`, all UTC.
    ///
    /// @return empty when it is none of these
    static Optional<RecordBound> of(String word) {
        if (word.matches("[0-9]{1,18}")) {
            return Optional.of(new Numbered(Long.parseLong(word)));
        }
        try {
            String time = word.endsWith("Z") ? word.substring(0, word.length() - 1) : word;
            Instant instant = time.contains("T")
                    ? LocalDateTime.parse(time).toInstant(ZoneOffset.UTC)
                    : LocalDate.parse(time).atStartOfDay().toInstant(ZoneOffset.UTC);
            return Optional.of(new At(instant.toEpochMilli()));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
