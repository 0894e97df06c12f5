package org.altercor.safety.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final int SIZE = 100 - JournalRecord.FRAME_BYTES;

    private final Inbox inbox = new Inbox(1_000);

    private static Inbox.Item item(RecordType type, long event) {
        return new Inbox.Item(type, Durability.SOON, 0, 0, ByteBuffer.allocate(SIZE), event);
    }

    private void put(RecordType type, int count) {
        for (int i = 0; i < count; i++) {
            inbox.put(item(type, 0));
        }
    }

    @Test
    void whatMayBeLeftOutIsWhenThereIsNoRoomAndCounted() {
        put(RecordType.FRAMES, 14);
        assertThat(inbox.takeAll()).hasSize(10);
        assertThat(inbox.takeLeftOut()).isEqualTo(4);
        assertThat(inbox.takeLeftOut()).isZero();
    }

    @Test
    void anEventIsNeverLeftOut() {
        put(RecordType.FRAMES, 14);
        put(RecordType.EVENT, 5);
        assertThat(inbox.takeAll())
                .filteredOn(item -> item.type().equals(RecordType.EVENT))
                .hasSize(5);
    }

    @Test
    void whatWaitsBehindItForTheSameDiskTakesOfItsRoom() {
        inbox.waitElsewhere(700);
        put(RecordType.FRAMES, 14);
        assertThat(inbox.takeAll()).hasSize(3);

        inbox.waitElsewhere(0);
        put(RecordType.FRAMES, 14);
        assertThat(inbox.takeAll()).hasSize(10);
    }

    @Test
    void theyComeOutInTheirOrder() {
        for (int i = 1; i <= 5; i++) {
            inbox.put(item(RecordType.EVENT, i));
        }
        assertThat(inbox.takeAll()).extracting(Inbox.Item::event).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(inbox.takeAll()).isEmpty();
    }
}
