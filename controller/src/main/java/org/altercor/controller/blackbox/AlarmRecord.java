package org.altercor.controller.blackbox;

import java.util.Optional;
import java.util.UUID;
import org.altercor.safety.event.Event;
import org.altercor.safety.journal.EventRecords;
import org.altercor.safety.journal.JournalRecord;

/// The event in whose middle a black box lies.
///
/// @param number of its record
/// @param boot   of the segment that it lies in; empty when that has lost its header
/// @param event  as it was recorded
public record AlarmRecord(long number, Optional<UUID> boot, Event event) {
    /// What lies on either side of it.
    public static final long AROUND_MILLIS = 60_000;

    static final double AROUND_SECONDS = AROUND_MILLIS / 1e3;

    /// Of a record.
    ///
    /// @throws IllegalArgumentException when it is no event
    public static AlarmRecord of(Optional<UUID> boot, JournalRecord record) {
        return new AlarmRecord(record.sequence(), boot, EventRecords.decode(record.payload()));
    }
}
