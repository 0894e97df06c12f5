package org.altercor.controller.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.journal.Durability;
import org.altercor.safety.journal.EventRecords;
import org.altercor.safety.journal.JournalRecord;
import org.altercor.safety.journal.RecordType;
import org.junit.jupiter.api.Test;

class ContentTest {
    private static final int KIND_AT = 44;
    private static final int VALUE_AT = 45;

    private static final Event EVENT =
            new Event(UUID.randomUUID(), 1, 2, Instant.EPOCH, EventKind.ACT, "pump", 3, "words");

    private static Content content(RecordType type, ByteBuffer payload) {
        return Content.of(new JournalRecord(1, 0, type.code(), Durability.SOON, 0, 0, payload.asReadOnlyBuffer()));
    }

    private static Content.Raw raw(ByteBuffer payload) {
        var bytes = new byte[payload.limit()];
        payload.duplicate().rewind().get(bytes);
        return new Content.Raw(Base64.getEncoder().encodeToString(bytes));
    }

    @Test
    void anEventOfOursIsToldByItsFields() {
        assertThat(content(RecordType.EVENT, EventRecords.encode(EVENT))).isEqualTo(new Content.Told(EVENT));
    }

    @Test
    void anEventOfAnotherVersionIsGivenByItsBytes() {
        ByteBuffer foreign = EventRecords.encode(EVENT).put(KIND_AT, (byte) 99);

        assertThat(content(RecordType.EVENT, foreign)).isEqualTo(raw(foreign));
    }

    @Test
    void aValueThatFieldsWouldNotKeepIsGivenByItsBytes() {
        ByteBuffer odd = EventRecords.encode(EVENT)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(VALUE_AT, 0x7FF8_0000_0000_0001L); // no number, though not the usual one that is none

        assertThat(content(RecordType.EVENT, odd)).isEqualTo(raw(odd));
    }

    @Test
    void whatShouldBeTextAndIsNoneIsGivenByItsBytes() {
        ByteBuffer text = ByteBuffer.wrap(new byte[] {'o', 'k'});
        ByteBuffer none = ByteBuffer.wrap(new byte[] {'o', (byte) 0xFF});

        assertThat(content(RecordType.ANCHOR, text)).isEqualTo(new Content.Text("ok"));
        assertThat(content(RecordType.ANCHOR, none)).isEqualTo(raw(none));
    }
}
