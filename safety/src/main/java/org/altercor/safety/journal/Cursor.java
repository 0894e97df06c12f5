package org.altercor.safety.journal;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far a consumer of events has got, as it stands in a record of type [RecordType#CURSOR]:
/// `telemetry boot=00112233-4455-6677-8899-aabbccddeeff event=812 record=4711`.
///
/// @param consumer one word
/// @param boot     start of the last event that it has taken
/// @param event    its number; 0 when it has taken nothing of that start
/// @param record   number of a record: everything up to it was taken. It may lie somewhat before the event's own
record Cursor(String consumer, UUID boot, long event, long record) {
    private static final Pattern WORDS = Pattern.compile(
            "(\\S+) boot=([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) event=(\\d{1,18}) record=(\\d{1,18})");

    /// In words.
    String words() {
        return String.format(Locale.ROOT, "%s boot=%s event=%d record=%d", consumer, boot, event, record);
    }

    /// The cursor of some words; empty when they are none.
    static Optional<Cursor> of(String words) {
        Matcher parts = WORDS.matcher(words);
        return parts.matches()
                ? Optional.of(new Cursor(
                        parts.group(1),
                        UUID.fromString(parts.group(2)),
                        Long.parseLong(parts.group(3)),
                        Long.parseLong(parts.group(4))))
                : Optional.empty();
    }
}
