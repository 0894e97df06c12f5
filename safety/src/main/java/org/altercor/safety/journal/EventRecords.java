package org.altercor.safety.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventKind;

/// Payloads of records of type [RecordType#EVENT].
///
/// ```
///   0 16  boot, as in a segment's header   44  1  kind
///  16  8  number since that boot           45  8  value, f64
///  24  8  monotonic clock, ns              53  2  bytes of the subject, u16
///  32  8  wall clock, seconds since 1970   55  s  subject, UTF-8
///  40  4  and nanoseconds                55+s  2  bytes of the text, u16
///                                        57+s  t  text, UTF-8
/// ```
///
/// All little-endian. Cold code: allocates.
public final class EventRecords {
    private static final int FIXED_BYTES = 57;
    private static final int MOST_WORDS_BYTES = 0xFFFF;

    private EventRecords() {}

    /// The bytes of an event. Words beyond 65 535 bytes are cut behind a whole character, and what is no character
    /// becomes a question mark: an event is never left out because of its words.
    public static ByteBuffer encode(Event event) {
        ByteBuffer subject = utf8(event.subject());
        ByteBuffer text = utf8(event.text());
        var bytes = ByteBuffer.allocate(FIXED_BYTES + subject.remaining() + text.remaining())
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(event.boot().getMostSignificantBits());
        bytes.putLong(event.boot().getLeastSignificantBits());
        bytes.putLong(event.sequence()).putLong(event.nanos());
        Instant at = event.at();
        bytes.putLong(at.getEpochSecond()).putInt(at.getNano());
        bytes.put(event.kind().code()).putDouble(event.value());
        bytes.putShort((short) subject.remaining()).put(subject);
        bytes.putShort((short) text.remaining()).put(text);
        return bytes.flip();
    }

    /// The event of some bytes.
    ///
    /// @param payload from its position to its limit; left as it is
    /// @throws IllegalArgumentException when it is cut short, goes on behind its end, or holds what no event
    ///                                  holds: the message says what and where
    public static Event decode(ByteBuffer payload) {
        ByteBuffer from = payload.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (from.remaining() < FIXED_BYTES) {
            throw cut(FIXED_BYTES, from.remaining());
        }
        var boot = new UUID(from.getLong(), from.getLong());
        long sequence = from.getLong();
        long nanos = from.getLong();
        Instant at = instant(from.getLong(), from.getInt());
        EventKind kind = EventKind.ofCode(from.get() & 0xFF);
        double value = from.getDouble();
        String subject = words(from, "subject");
        String text = words(from, "text");
        if (from.hasRemaining()) {
            throw new IllegalArgumentException(
                    "an event of " + from.position() + " bytes has " + from.remaining() + " more behind its end");
        }
        return new Event(boot, sequence, nanos, at, kind, subject, value, text);
    }

    private static Instant instant(long seconds, int nanos) {
        if (nanos < 0 || nanos > 999_999_999) {
            throw new IllegalArgumentException("an event's nanoseconds are 0 to 999999999: " + nanos);
        }
        try {
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("an event's wall clock is no time: " + seconds + " s", e);
        }
    }

    private static ByteBuffer utf8(String words) {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_WORDS_BYTES);
        var encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        encoder.encode(CharBuffer.wrap(words), bytes, true); // stops behind the last whole character that fits
        return bytes.flip();
    }

    private static String words(ByteBuffer from, String what) {
        int start = from.position();
        if (from.remaining() < 2) {
            throw cut(start + 2, from.limit());
        }
        int length = from.getShort() & 0xFFFF;
        if (from.remaining() < length) {
            throw cut(start + 2 + length, from.limit());
        }
        ByteBuffer bytes = from.slice(from.position(), length);
        from.position(from.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("an event's " + what + ", at byte " + (start + 2) + ", is no UTF-8", e);
        }
    }

    private static IllegalArgumentException cut(int atLeast, int found) {
        return new IllegalArgumentException("an event of at least " + atLeast + " bytes is cut to " + found);
    }
}
