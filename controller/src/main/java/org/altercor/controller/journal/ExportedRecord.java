package org.altercor.controller.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.UUID;
import org.altercor.safety.event.Event;
import org.altercor.safety.journal.JournalRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// A record as other programs read it. See [JournalRecord] for what is not said here.
///
/// @param type     word of its type, for people
/// @param boot     start of the program that wrote it; null when its segment's header is spoilt
/// @param encoding `event`: see there; `text`: the payload is text, in UTF-8 in the journal; `base64`: bytes
/// @param payload  null for an event
/// @param event    null for anything else
record ExportedRecord(
        long number,
        long durable,
        String type,
        int typeCode,
        String durability,
        long monotonicNanos,
        long wallMillis,
        @Nullable String boot,
        String encoding,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String payload,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ExportedEvent event) {

    /// Plain letters only, so that no pipe and no locale can spoil any; numbers that are none in quotation marks.
    private static final JsonMapper LINES = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    /// An event: see [Event].
    record ExportedEvent(
            String boot,
            long number,
            long monotonicNanos,
            long seconds,
            int nanos,
            String kind,
            String subject,
            double value,
            String text) {
        static ExportedEvent of(Event event) {
            var at = event.at();
            return new ExportedEvent(
                    event.boot().toString(),
                    event.sequence(),
                    event.nanos(),
                    at.getEpochSecond(),
                    at.getNano(),
                    event.kind().word(),
                    event.subject(),
                    event.value(),
                    event.text());
        }
    }

    static ExportedRecord of(Optional<UUID> boot, JournalRecord record) {
        String start = boot.map(UUID::toString).orElse(null);
        return switch (Content.of(record)) {
            case Content.Told(var event) -> of(start, record, "event", null, ExportedEvent.of(event));
            case Content.Text(var text) -> of(start, record, "text", text, null);
            case Content.Raw(var base64) -> of(start, record, "base64", base64, null);
        };
    }

    private static ExportedRecord of(
            @Nullable String boot,
            JournalRecord record,
            String encoding,
            @Nullable String payload,
            @Nullable ExportedEvent event) {
        return new ExportedRecord(
                record.sequence(),
                record.durable(),
                Words.type(record),
                Words.typeCode(record),
                Words.durability(record.durability()),
                record.monotonicNanos(),
                record.wallMillis(),
                boot,
                encoding,
                payload,
                event);
    }

    /// On one line.
    String json() {
        return LINES.writeValueAsString(this);
    }
}
