package org.altercor.safety.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.altercor.safety.event.EarlierEvents;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventKind;
import org.junit.jupiter.api.Test;

/// What a journal says that a consumer is owed of earlier starts.
class LookBackTest {
    private static final JournalOptions OPTIONS =
            new JournalOptions(2_048, 1 << 20, Duration.ofSeconds(1), Duration.ofMinutes(1));
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);

    private MemoryFolder folder = new MemoryFolder();
    private JournalWriter writer = writer(FIRST);
    private long before;

    private JournalWriter writer(UUID boot) {
        return new JournalWriter(() -> folder, OPTIONS, boot, "bench");
    }

    /// The next start; the one before ended without a word.
    private void start(UUID boot) {
        folder = folder.afterPowerCut();
        writer = writer(boot);
        writer.flush(0, 0);
        before = writer.before().orElseThrow();
    }

    private void append(RecordType type, ByteBuffer payload) {
        writer.append(type, Durability.AT_ONCE, 0, 0, payload);
        writer.work(0, 0);
        assertThat(writer.state().word()).isEqualTo(JournalState.Word.OK);
    }

    private void events(UUID boot, int from, int to) {
        for (int number = from; number <= to; number++) {
            var event = new Event(boot, number, number, Instant.EPOCH, EventKind.ACT, "", 0, "x".repeat(100));
            append(RecordType.EVENT, EventRecords.encode(event));
        }
    }

    private void cursor(String consumer, UUID boot, long event, long record) {
        append(RecordType.CURSOR, StandardCharsets.UTF_8.encode(new Cursor(consumer, boot, event, record).words()));
    }

    private EarlierEvents look() throws IOException {
        return LookBack.look(folder, "telemetry", before).earlier();
    }

    private static List<Long> numbers(EarlierEvents found) {
        return found.events().stream().map(Event::sequence).toList();
    }

    private static List<Long> upTo(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Long::valueOf).toList();
    }

    @Test
    void whatIsBehindTheLastCursorIsOwedOverSegmentsAndStartsInOrder() throws IOException {
        cursor("telemetry", FIRST, 0, 0);
        events(FIRST, 1, 40);
        cursor("telemetry", FIRST, 30, 0);
        events(FIRST, 41, 60);
        start(SECOND);
        events(SECOND, 1, 20);
        start(new UUID(3, 3));
        events(new UUID(3, 3), 1, 5); // of this start: not owed
        EarlierEvents found = look();
        assertThat(found.boot()).isEqualTo(FIRST);
        assertThat(found.sequence()).isEqualTo(30);
        assertThat(found.isCut()).isFalse();
        assertThat(numbers(found))
                .containsExactlyElementsOf(List.of(upTo(31, 60), upTo(1, 20)).stream()
                        .flatMap(List::stream)
                        .toList());
        assertThat(found.events().getLast().boot()).isEqualTo(SECOND);
    }

    @Test
    void aCursorInALaterStartSettlesTheEventsBeforeThatStartToo() throws IOException {
        cursor("telemetry", FIRST, 0, 0);
        events(FIRST, 1, 40);
        start(SECOND);
        events(SECOND, 1, 20);
        cursor("telemetry", SECOND, 15, 0); // its record lies long before: only a lower bound
        start(new UUID(3, 3));
        assertThat(numbers(look())).containsExactlyElementsOf(upTo(16, 20));
    }

    @Test
    void segmentsBeforeTheCursorsRecordAreNotRead() throws IOException {
        events(FIRST, 1, 100);
        long record = writer.state().durable();
        cursor("telemetry", FIRST, 100, record);
        events(FIRST, 101, 105);
        start(SECOND);
        int files = folder.names().size();
        folder.calls.clear();
        EarlierEvents found = look();
        assertThat(numbers(found)).containsExactlyElementsOf(upTo(101, 105));
        assertThat(found.isCut()).isFalse();
        assertThat(folder.calls.stream().filter("open"::equals).count())
                .as("of %d files", files)
                .isLessThan(files);
    }

    @Test
    void whoeverLeftNoCursorIsOwedNothing() throws IOException {
        events(FIRST, 1, 10);
        cursor("somebody", FIRST, 3, 0);
        start(SECOND);
        assertThat(look()).isEqualTo(EarlierEvents.NOTHING);
        assertThat(LookBack.look(folder, "somebody", before).earlier().events()).hasSize(7);
    }

    @Test
    void aNewJournalOwesNothing() throws IOException {
        start(FIRST);
        assertThat(look()).isEqualTo(EarlierEvents.NOTHING);
    }

    @Test
    void onlyTheNewestAreKeptAndThatThereWereMoreIsSaid() throws IOException {
        cursor("telemetry", FIRST, 0, 0);
        events(FIRST, 1, LookBack.MOST_EVENTS + 50);
        cursor("telemetry", FIRST, 0, 0);
        start(SECOND);
        EarlierEvents found =
                LookBack.look(folder, "telemetry", before, Integer.MAX_VALUE).earlier();
        assertThat(found.isCut()).isTrue();
        assertThat(numbers(found)).containsExactlyElementsOf(upTo(51, LookBack.MOST_EVENTS + 50));
    }

    @Test
    void noMoreSegmentsAreReadThanIsAllowedAndThatIsSaid() throws IOException {
        cursor("telemetry", FIRST, 0, 0);
        events(FIRST, 1, 100);
        cursor("telemetry", FIRST, 0, 0);
        start(SECOND);
        EarlierEvents found = LookBack.look(folder, "telemetry", before, 3).earlier();
        assertThat(found.isCut()).isTrue();
        assertThat(found.events()).hasSizeLessThan(40);
        assertThat(numbers(found)).endsWith(99L, 100L);
    }

    @Test
    void aLimitThatCutsOffWhatWasTakenCutsNothing() throws IOException {
        cursor("telemetry", FIRST, 0, 0);
        events(FIRST, 1, 100);
        cursor("telemetry", FIRST, 98, 0);
        start(SECOND);
        EarlierEvents found = LookBack.look(folder, "telemetry", before, 3).earlier();
        assertThat(found.isCut()).isFalse();
        assertThat(numbers(found)).containsExactly(99L, 100L);
    }

    @Test
    void aTailThatWasCarriedOverIsOwedOnce() throws IOException {
        cursor("telemetry", FIRST, 0, 0);
        events(FIRST, 1, 5);
        int next = folder.calls.size();
        folder.failing = call -> call > next; // what is written now is in a cache only
        writer.append(
                RecordType.EVENT,
                Durability.AT_ONCE,
                0,
                0,
                EventRecords.encode(new Event(FIRST, 6, 6, Instant.EPOCH, EventKind.ACT, "", 0, "six")));
        writer.work(0, 0);
        assertThat(writer.state().word()).isEqualTo(JournalState.Word.AWAY);
        folder.failing = _ -> false;
        writer = writer(SECOND); // the program ended, the computer did not
        writer.flush(0, 0);
        before = writer.before().orElseThrow();
        assertThat(numbers(look())).containsExactlyElementsOf(upTo(1, 6));
    }

    @Test
    void whatThisStartWritesIsNotOwedEvenWhileItsHeaderCannotBeRead() throws IOException {
        cursor("telemetry", FIRST, 0, 0);
        events(FIRST, 1, 3);
        start(SECOND);
        events(SECOND, 1, 2);
        String newest = folder.names().getLast();
        byte[] bytes = folder.bytes(newest);
        bytes[148] ^= 1; // the sum of its header
        folder.put(newest, bytes);
        assertThat(numbers(look())).containsExactly(1L, 2L, 3L);
    }

    @Test
    void wordsThatAreNoCursorAreNone() {
        var cursor = new Cursor("telemetry", FIRST, 812, 4_711);
        assertThat(Cursor.of(cursor.words())).contains(cursor);
        assertThat(cursor.words())
                .isEqualTo("telemetry boot=00000000-0000-0001-0000-000000000001 event=812 record=4711");
        for (String words :
                List.of("", "telemetry", cursor.words() + " ", cursor.words().replace("812", "-1"))) {
            assertThat(Cursor.of(words)).as(words).isEmpty();
        }
    }
}
