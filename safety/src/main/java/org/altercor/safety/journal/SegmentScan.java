package org.altercor.safety.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.altercor.safety.journal.JournalRecord.Linked;

/// Everything that can be read in one segment, in the order of its bytes, and what lies between that cannot.
///
/// @param items records and holes
/// @param end   offset behind the last of them
record SegmentScan(List<Item> items, int end) {
    /// What lies in a segment.
    sealed interface Item {
        /// Where it begins.
        int offset();

        /// A whole record.
        ///
        /// @param isChained whether its link follows from the one before it in the segment, or from the header
        record Found(int offset, Linked linked, boolean isChained) implements Item {}

        /// Bytes that are no record, and not all zero.
        record Hole(int offset, int bytes) implements Item {}
    }

    /// Scans a segment.
    ///
    /// @param bytes of the whole segment
    /// @param start chain of its header
    static SegmentScan of(ByteBuffer bytes, Chain start) {
        List<Item> items = new ArrayList<>();
        Chain before = start;
        int at = SegmentHeader.BYTES;
        int end = at;
        while (at < bytes.limit()) {
            ByteBuffer here = bytes.duplicate().position(at).slice();
            Optional<Linked> found = JournalRecord.decode(here);
            if (found.isPresent()) {
                Linked linked = found.get();
                boolean isChained = JournalRecord.link(here, linked, before).equals(linked.chain());
                items.add(new Item.Found(at, linked, isChained));
                before = linked.chain();
                at += linked.bytes();
                end = at;
            } else {
                int next = nextRecord(bytes, at + 1);
                int last = lastNonZero(bytes, at, next);
                if (last >= at) {
                    items.add(new Item.Hole(at, last - at + 1));
                    end = last + 1;
                }
                at = next;
            }
        }
        return new SegmentScan(List.copyOf(items), end);
    }

    /// Offset of the next whole record; the end of the bytes when there is none.
    private static int nextRecord(ByteBuffer bytes, int from) {
        for (int at = from; at <= bytes.limit() - JournalRecord.FRAME_BYTES; at++) {
            if (JournalRecord.isMarked(bytes, at)
                    && JournalRecord.decode(bytes.duplicate().position(at).slice())
                            .isPresent()) {
                return at;
            }
        }
        return bytes.limit();
    }

    /// Offset of the last byte that is not zero; below `from` when there is none.
    static int lastNonZero(ByteBuffer bytes, int from, int to) {
        int at = to - 1;
        while (at >= from && bytes.get(at) == 0) {
            at--;
        }
        return at;
    }

    /// Highest sequence that some record says was on disk.
    long durable() {
        return items.stream()
                .mapToLong(item -> item instanceof Item.Found found
                        ? found.linked().record().durable()
                        : 0)
                .max()
                .orElse(0);
    }
}
