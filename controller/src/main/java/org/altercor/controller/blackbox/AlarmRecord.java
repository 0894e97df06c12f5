package org.altercor.controller.blackbox;

import org.altercor.safety.event.Event;
import org.altercor.safety.journal.EventRecords;
import org.altercor.safety.journal.JournalRecord;

/// The event in whose middle a black box lies.
///
/// @param number of its record
/// @param event  as it was recorded
public record AlarmRecord(long number, Event event) {
    /// What lies on either side of it.
    public static final long AROUND_MILLIS = 60_000;

    static final double AROUND_SECONDS = AROUND_MILLIS / 1e3;

    /// Of a record.
    ///
    /// @throws IllegalArgumentException when it is no event
    public static AlarmRecord of(JournalRecord record) {
        return new AlarmRecord(record.sequence(), EventRecords.decode(record.payload()));
    }
}
