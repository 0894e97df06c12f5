package org.altercor.safety.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;

/// One record, as it stands in a segment.
///
/// ```
///   0  4  mark: 4A 52 45 43 ("JREC")      28  8  monotonic clock, ns
///   4  4  bytes of the payload            36  8  wall clock, ms since 1970
///   8  1  type                            44  n  payload
///   9  1  durability                    44+n 16  chain
///  10  2  zero                          60+n  4  CRC-32C of 0 to 59+n
///  12  8  sequence
///  20  8  durable: highest sequence that was on disk when this was written
/// ```
///
/// @param sequence       of the record, from 1, without a gap over all segments
/// @param durable        highest sequence that was on disk for certain when this one was written
/// @param type           code of its [RecordType]
/// @param durability     how soon it had to be on disk
/// @param monotonicNanos when it happened, on the monotonic clock of its segment's boot
/// @param wallMillis     when it happened, by the clock on the wall; it may step
/// @param payload        its bytes, read-only; each reader takes a duplicate
public record JournalRecord(
        long sequence,
        long durable,
        int type,
        Durability durability,
        long monotonicNanos,
        long wallMillis,
        ByteBuffer payload) {
    /// Bytes around a payload.
    static final int FRAME_BYTES = 64;

    /// Most bytes of a payload: a length beyond that is a spoilt one.
    static final int MOST_PAYLOAD_BYTES = 1 << 20;

    static final byte[] MARK = {'J', 'R', 'E', 'C'};

    private static final int PAYLOAD_AT = 44;

    /// A record and the link that it ends with.
    record Linked(JournalRecord record, Chain chain, int bytes) {}

    /// Bytes that it takes in a segment.
    int bytes() {
        return FRAME_BYTES + payload.remaining();
    }

    /// Puts it into a buffer.
    ///
    /// @param before link of the record before it
    /// @return its own link
    Chain encode(ByteBuffer into, Chain before) {
        into.order(ByteOrder.LITTLE_ENDIAN);
        int start = into.position();
        into.put(MARK).putInt(payload.remaining());
        into.put((byte) type).put(durability.code()).putShort((short) 0);
        into.putLong(sequence).putLong(durable).putLong(monotonicNanos).putLong(wallMillis);
        into.put(payload.duplicate());
        Chain own = before.next(part(into, start, into.position()));
        own.put(into);
        into.putInt(crc(part(into, start, into.position())));
        return own;
    }

    /// Reads the record at the start of some bytes.
    ///
    /// @param from from its position on
    /// @return empty when there is none, or a spoilt one
    static Optional<Linked> decode(ByteBuffer from) {
        ByteBuffer bytes = from.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < FRAME_BYTES || !isMarked(bytes, 0)) {
            return Optional.empty();
        }
        int length = bytes.getInt(4);
        if (length < 0 || length > MOST_PAYLOAD_BYTES || bytes.remaining() < FRAME_BYTES + length) {
            return Optional.empty();
        }
        int crcAt = FRAME_BYTES - 4 + length;
        if (bytes.getInt(crcAt) != crc(part(bytes, 0, crcAt))) {
            return Optional.empty();
        }
        var record = new JournalRecord(
                bytes.getLong(12),
                bytes.getLong(20),
                bytes.get(8),
                Durability.ofCode(bytes.get(9)),
                bytes.getLong(28),
                bytes.getLong(36),
                part(bytes, PAYLOAD_AT, PAYLOAD_AT + length).asReadOnlyBuffer());
        Chain chain = Chain.get(part(bytes, PAYLOAD_AT + length, crcAt));
        return Optional.of(new Linked(record, chain, FRAME_BYTES + length));
    }

    /// The link that a record at the start of some bytes must end with.
    ///
    /// @param from   its bytes
    /// @param record as [#decode] found it
    static Chain link(ByteBuffer from, Linked record, Chain before) {
        ByteBuffer bytes = from.slice();
        return before.next(part(bytes, 0, PAYLOAD_AT + record.record().payload().remaining()));
    }

    /// Whether a mark stands at an offset.
    static boolean isMarked(ByteBuffer bytes, int at) {
        for (int i = 0; i < MARK.length; i++) {
            if (at + i >= bytes.limit() || bytes.get(at + i) != MARK[i]) {
                return false;
            }
        }
        return true;
    }

    private static ByteBuffer part(ByteBuffer of, int start, int end) {
        return of.duplicate().clear().position(start).limit(end).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int crc(ByteBuffer bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
