package org.altercor.controller.journal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.altercor.safety.event.Event;
import org.altercor.safety.journal.EventRecords;
import org.altercor.safety.journal.JournalRecord;
import org.altercor.safety.journal.RecordType;

/// What a record holds, in the most readable form from which its very bytes can be made again.
sealed interface Content {
    /// An event that encodes to the same bytes.
    record Told(Event event) implements Content {}

    /// Text of one of our own types.
    record Text(String text) implements Content {}

    /// Anything else.
    record Raw(String base64) implements Content {}

    /// What a record holds.
    static Content of(JournalRecord record) {
        ByteBuffer payload = record.payload().duplicate();
        if (record.type() == RecordType.EVENT.code()) {
            return event(payload);
        }
        return isText(record.type()) ? text(payload) : raw(payload);
    }

    private static boolean isText(int type) {
        return RecordType.OWN.stream()
                .anyMatch(own -> own.code() == type && !own.equals(RecordType.EVENT) && !own.equals(RecordType.FRAMES));
    }

    private static Content event(ByteBuffer payload) {
        try {
            Event event = EventRecords.decode(payload);
            return isKept(event.value()) && EventRecords.encode(event).equals(payload) ? new Told(event) : raw(payload);
        } catch (IllegalArgumentException e) {
            return raw(payload); // of another version, or no event at all
        }
    }

    /// Whether a value is the same again after it was written as a number or `NaN`: of NaN there are many.
    private static boolean isKept(double value) {
        return Double.doubleToRawLongBits(value) == Double.doubleToLongBits(value);
    }

    private static Content text(ByteBuffer payload) {
        try {
            return new Text(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(payload.duplicate())
                    .toString());
        } catch (CharacterCodingException e) {
            return raw(payload);
        }
    }

    private static Content raw(ByteBuffer payload) {
        var bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        return new Raw(Base64.getEncoder().encodeToString(bytes));
    }
}
