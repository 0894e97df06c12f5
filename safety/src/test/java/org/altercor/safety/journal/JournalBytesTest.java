package org.altercor.safety.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalBytesTest {
    private static final Chain BEFORE = new Chain(0x0123_4567_89AB_CDEFL, -2);
    private static final JournalRecord RECORD = new JournalRecord(
            7, 5, 99, Durability.SOON, -3, 1_700_000_000_123L, StandardCharsets.UTF_8.encode("a clamp closes"));
    private static final SegmentHeader HEADER =
            new SegmentHeader(3, 41, 1_700_000_000_000L, -9, new UUID(1, 2), BEFORE, "bench Ä");

    private static ByteBuffer encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(RECORD.bytes());
        RECORD.encode(bytes, BEFORE);
        return bytes.flip();
    }

    @Test
    void aRecordIsReadAsItWasWrittenATypeThatNobodyKnowsIncluded() {
        var found = JournalRecord.decode(encoded()).orElseThrow();
        assertThat(found.record()).isEqualTo(RECORD);
        assertThat(found.bytes()).isEqualTo(RECORD.bytes());
        assertThat(found.chain()).isEqualTo(JournalRecord.link(encoded(), found, BEFORE));
        assertThat(found.chain()).isNotEqualTo(JournalRecord.link(encoded(), found, Chain.START));
    }

    @Test
    void aRecordIsReadInTheMiddleOfOtherBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(RECORD.bytes() + 20).position(11);
        RECORD.encode(bytes, BEFORE);
        assertThat(JournalRecord.decode(bytes.clear().position(11))
                        .orElseThrow()
                        .record())
                .isEqualTo(RECORD);
        assertThat(JournalRecord.decode(bytes.clear().position(10))).isEmpty();
    }

    @Test
    void noFlippedBitAndNoShorterRecordIsTakenForOne() {
        for (int bit = 0; bit < RECORD.bytes() * 8; bit++) {
            ByteBuffer bytes = encoded();
            bytes.put(bit / 8, (byte) (bytes.get(bit / 8) ^ 1 << bit % 8));
            assertThat(JournalRecord.decode(bytes)).as("bit " + bit).isEmpty();
        }
        for (int count = 0; count < RECORD.bytes(); count++) {
            assertThat(JournalRecord.decode(encoded().limit(count)))
                    .as("bytes " + count)
                    .isEmpty();
        }
    }

    @Test
    void aHeaderIsReadAsItWasWritten() {
        assertThat(SegmentHeader.decode(HEADER.encode())).contains(HEADER);
        assertThat(SegmentHeader.numberOf(SegmentHeader.fileName(3))).contains(3);
        assertThat(SegmentHeader.numberOf("altercor-3.journal")).isEmpty();
        assertThat(SegmentHeader.numberOf("altercor-00000003.journal.old")).isEmpty();
    }

    @Test
    void noFlippedBitAndNoShorterHeaderIsTakenForOne() {
        for (int bit = 0; bit < SegmentHeader.BYTES * 8; bit++) {
            ByteBuffer bytes = HEADER.encode();
            bytes.put(bit / 8, (byte) (bytes.get(bit / 8) ^ 1 << bit % 8));
            assertThat(SegmentHeader.decode(bytes)).as("bit " + bit).isEmpty();
        }
        for (int count = 0; count < SegmentHeader.BYTES; count++) {
            assertThat(SegmentHeader.decode(HEADER.encode().limit(count)))
                    .as("bytes " + count)
                    .isEmpty();
        }
    }

    @Test
    void aLinkDependsOnTheOneBeforeAndOnEveryByte() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {1, 2, 3});
        Chain link = BEFORE.next(bytes);
        assertThat(bytes.remaining()).isEqualTo(3);
        assertThat(BEFORE.next(ByteBuffer.wrap(new byte[] {1, 2, 3}))).isEqualTo(link);
        assertThat(Chain.START.next(bytes)).isNotEqualTo(link);
        for (int at = 0; at < 3; at++) {
            byte[] other = {1, 2, 3};
            other[at] ^= 1;
            assertThat(BEFORE.next(ByteBuffer.wrap(other))).isNotEqualTo(link);
        }
        ByteBuffer out = ByteBuffer.allocate(Chain.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        link.put(out);
        assertThat(Chain.get(out.flip())).isEqualTo(link);
    }

    @Test
    void whatIsNewerThanThisVersionHasAWordAndTheSlowestDurability() {
        assertThat(RecordType.word(99)).isEqualTo("type-99");
        assertThat(RecordType.word(3)).isEqualTo("event");
        assertThat(Durability.ofCode(9)).isEqualTo(Durability.BY_THE_SECOND);
        assertThat(Durability.ofCode(-1)).isEqualTo(Durability.BY_THE_SECOND);
    }
}
