package org.altercor.safety.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventKind;
import org.junit.jupiter.api.Test;

class EventRecordsTest {
    private static final UUID BOOT = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final Instant AT = Instant.ofEpochSecond(1_790_000_000L, 123_456_789);

    private static final int NANOS_AT = 40;
    private static final int KIND_AT = 44;
    private static final int SUBJECT_AT = 55;

    private static Event event(String subject, double value, String text) {
        return new Event(BOOT, 7, 8_000_000_000L, AT, EventKind.STOP, subject, value, text);
    }

    @Test
    void anEventComesBackAsItWas() {
        Event spoken = event("arterial", 4.5, "arterial läuft: 100 % 🙂");

        ByteBuffer bytes = EventRecords.encode(spoken);

        assertThat(EventRecords.decode(bytes)).isEqualTo(spoken);
        assertThat(bytes.position()).as("decoding leaves the bytes as they are").isZero();
    }

    @Test
    void everyKindComesBackWithoutWordsAndWithAnyValue() {
        for (EventKind kind : EventKind.values()) {
            for (double value : new double[] {0, -0.0, 1e-300, Double.NaN, Double.NEGATIVE_INFINITY}) {
                var bare = new Event(BOOT, Long.MAX_VALUE, Long.MIN_VALUE, Instant.MIN, kind, "", value, "");

                assertThat(EventRecords.decode(EventRecords.encode(bare))).isEqualTo(bare);
            }
        }
    }

    @Test
    void theBytesAreThoseOfThePage() {
        String hex = HexFormat.of()
                .formatHex(EventRecords.encode(event("ab", 1, "c")).array());

        assertThat(hex)
                .isEqualTo("7766554433221100" + "ffeeddccbbaa9988" // boot
                        + "0700000000000000" + "0050d6dc01000000" // number, monotonic
                        + "803bb16a00000000" + "15cd5b07" // wall clock
                        + "02" + "000000000000f03f" // kind, value
                        + "0200" + "6162" + "0100" + "63");
    }

    @Test
    void everyTruncationIsRefused() {
        ByteBuffer whole = EventRecords.encode(event("arterial", 1, "stopped"));

        for (int bytes = 0; bytes < whole.limit(); bytes++) {
            ByteBuffer part = whole.slice(0, bytes);
            assertThatIllegalArgumentException()
                    .as("cut to %d bytes", bytes)
                    .isThrownBy(() -> EventRecords.decode(part))
                    .withMessageMatching("an event of at least \\d+ bytes is cut to " + bytes);
        }
    }

    @Test
    void bytesBehindTheEndAreRefused() {
        ByteBuffer whole = EventRecords.encode(event("", 1, ""));
        ByteBuffer longer = ByteBuffer.allocate(whole.limit() + 3).put(whole).rewind();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRecords.decode(longer))
                .withMessage("an event of 57 bytes has 3 more behind its end");
    }

    @Test
    void aKindOfAnotherVersionIsRefused() {
        for (int code : new int[] {EventKind.values().length, 127, 128, 255}) {
            ByteBuffer bytes = EventRecords.encode(event("", 1, "")).put(KIND_AT, (byte) code);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EventRecords.decode(bytes))
                    .withMessage("no kind of event: " + code);
        }
    }

    @Test
    void wordsThatAreNoTextAndTimesThatAreNoTimeAreRefused() {
        ByteBuffer noText = EventRecords.encode(event("ab", 1, "c")).put(SUBJECT_AT, (byte) 0xFF);
        ByteBuffer noNanos = EventRecords.encode(event("", 1, "")).put(NANOS_AT + 3, (byte) 0x7F);
        ByteBuffer noTime = EventRecords.encode(event("", 1, "")).put(NANOS_AT - 1, (byte) 0x7F);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRecords.decode(noText))
                .withMessage("an event's subject, at byte 55, is no UTF-8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRecords.decode(noNanos))
                .withMessageStartingWith("an event's nanoseconds are 0 to 999999999: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRecords.decode(noTime))
                .withMessageStartingWith("an event's wall clock is no time: ");
    }

    @Test
    void anEventIsNeverLeftOutBecauseOfItsWords() {
        String longest = "ä".repeat(32_767) + "x";

        Event justFits = EventRecords.decode(EventRecords.encode(event("s", 1, longest)));
        Event cut = EventRecords.decode(EventRecords.encode(event("s", 1, longest.replace("x", "ä"))));
        Event half = EventRecords.decode(EventRecords.encode(event("s", 1, "half \uD83D of a character")));

        assertThat(longest.getBytes(StandardCharsets.UTF_8)).hasSize(0xFFFF);
        assertThat(justFits.text()).isEqualTo(longest);
        assertThat(cut.text()).isEqualTo("ä".repeat(32_767));
        assertThat(half.text()).isEqualTo("half ? of a character");
    }
}
