package org.altercor.safety.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.altercor.safety.journal.JournalReport.Flaw;
import org.junit.jupiter.api.Test;

class JournalWriterTest {
    private static final long MS = 1_000_000;
    private static final JournalOptions OPTIONS =
            new JournalOptions(2_048, 1 << 20, Duration.ofSeconds(1), Duration.ofMinutes(1));

    private MemoryFolder folder = new MemoryFolder();
    private final long startNanos = Long.MIN_VALUE / 3; // a monotonic clock may stand anywhere
    private final List<String> read = new ArrayList<>();
    private final List<JournalRecord> records = new ArrayList<>();

    private JournalWriter writer(JournalOptions options) {
        return new JournalWriter(() -> folder, options, new UUID(1, folder.calls.size()), "bench");
    }

    private static long append(JournalWriter writer, RecordType type, Durability durability, long nanos, String words) {
        return writer.append(type, durability, nanos, 0, StandardCharsets.UTF_8.encode(words));
    }

    private long event(JournalWriter writer, String words) {
        return append(writer, RecordType.EVENT, Durability.AT_ONCE, startNanos, words);
    }

    private JournalReport readAll(JournalFolder from) throws IOException {
        read.clear();
        records.clear();
        return JournalReader.read(from, (_, record) -> {
            records.add(record);
            read.add(StandardCharsets.UTF_8.decode(record.payload().duplicate()).toString());
        });
    }

    private JournalWriter started() {
        JournalWriter writer = writer(OPTIONS);
        writer.work(startNanos, 0);
        writer.flush(startNanos, 0);
        return writer;
    }

    @Test
    void aRecordIsOnDiskWhenItsDurabilitySaysAndNotLongBefore() {
        for (Durability durability : Durability.values()) {
            JournalWriter writer = started();
            long ticket = append(writer, RecordType.EVENT, durability, startNanos, "x");
            assertThat(writer.state().durable()).as("appended only").isLessThan(ticket);
            long patience = durability.patience().toNanos();
            if (patience > 0) {
                writer.work(startNanos + patience - 1, 0);
                assertThat(writer.state().durable())
                        .as(durability + " too early")
                        .isLessThan(ticket);
            }
            writer.work(startNanos + patience, 0);
            assertThat(writer.state().durable()).as(durability + " in time").isEqualTo(ticket);
        }
    }

    @Test
    void atOnceMeansAtOnceAndTakesAlongWhatWaits() {
        JournalWriter writer = started();
        append(writer, RecordType.FRAMES, Durability.BY_THE_SECOND, startNanos, "frames");
        long ticket = event(writer, "stop");
        writer.work(startNanos, 0);
        assertThat(writer.state().durable()).isEqualTo(ticket);
    }

    @Test
    void aTicketIsAcknowledgedOnlyAfterTheSyncOfItsWrite() throws IOException {
        JournalWriter writer = started();
        long ticket = event(writer, "stop");
        int before = folder.calls.size();
        folder.failing = call -> {
            assertThat(writer.state().durable()).as("before call " + call).isLessThan(ticket);
            return false;
        };
        writer.work(startNanos, 0);
        assertThat(folder.calls.subList(before, folder.calls.size())).containsExactly("write", "sync");
        assertThat(writer.state().durable()).isEqualTo(ticket);
        readAll(folder.afterPowerCut());
        assertThat(read).contains("stop");
    }

    @Test
    void segmentsRollIntoASpareThatWasMadeWhileNothingWasDue() throws IOException {
        JournalWriter writer = started();
        for (int i = 0; i < 30; i++) {
            event(writer, "event " + i);
            int before = folder.calls.size();
            writer.work(startNanos, 0);
            assertThat(folder.calls.subList(before, folder.calls.size()))
                    .as("event " + i)
                    .doesNotContain("create");
            writer.work(startNanos, 0); // nothing is due
            writer.work(startNanos, 0);
        }
        JournalReport report = readAll(folder.afterPowerCut());
        assertThat(report.segments()).isGreaterThan(1);
        assertThat(report.flaws()).isEmpty();
        assertThat(read).contains("event 0", "event 29").hasSize(31);
    }

    @Test
    void eachStartGoesOnBehindTheLastRecordWithALinkedChain() throws IOException {
        for (int start = 0; start < 5; start++) {
            JournalWriter writer = writer(OPTIONS);
            event(writer, "start " + start);
            writer.work(startNanos, 0);
            folder = folder.afterPowerCut();
        }
        JournalReport report = readAll(folder);
        assertThat(report.flaws()).isEmpty();
        assertThat(records)
                .extracting(JournalRecord::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(read).contains("start 0", "start 1", "start 2", "start 3", "start 4");
        assertThat(read.getLast())
                .startsWith("last 8, chain ")
                .endsWith(" of altercor-00000007.journal to the end: 1 of 7 files");
    }

    @Test
    void whateverCallFailsNothingAcknowledgedIsLostAndServiceResumes() throws IOException {
        int calls = story(new HashSet<>(), -1);
        Set<String> kinds = new HashSet<>();
        for (int failing = 0; failing < calls; failing++) {
            folder = new MemoryFolder();
            story(kinds, failing);
        }
        assertThat(kinds).contains("names", "create", "write", "sync", "folder sync", "open", "read", "delete");
    }

    /// Two starts, a roll, and a disk that fails once.
    private int story(Set<String> kinds, int failing) throws IOException {
        folder.put("altercor-00000001.journal", new byte[2_048]); // a spare that a power cut left
        folder.failing = call -> call == failing;
        for (int start = 0; start < 2; start++) {
            JournalWriter writer = writer(OPTIONS);
            long now = startNanos;
            for (int i = 0; i < 30; i++) {
                event(writer, start + " " + i);
                writer.work(now, 0);
                if (writer.state().word() == JournalState.Word.AWAY) {
                    assertThat(writer.state().reason()).contains("said no");
                }
                long durable = writer.state().durable();
                readAll(folder.afterPowerCut());
                assertThat(read.stream()
                                        .filter(words -> !words.contains("segments"))
                                        .count()
                                - 30L * start)
                        .as("call " + failing)
                        .isGreaterThanOrEqualTo(durable - 1);
                now += 20 * MS;
                writer.work(now, 0);
            }
            now += 1_000L * MS;
            writer.work(now, 0);
            assertThat(writer.state().word()).as("call " + failing).isEqualTo(JournalState.Word.OK);
            assertThat(writer.state().durable()).as("call " + failing).isEqualTo(31);
        }
        assertThat(folder.touchedAfterFailure).as("call " + failing).isEmpty();
        assertThat(readAll(folder.afterPowerCut()).isWhole())
                .as("call " + failing)
                .isTrue();
        assertThat(read).hasSize(62).contains("0 0", "0 29", "1 0", "1 29");
        if (failing >= 0) {
            kinds.add(folder.calls.get(failing));
        }
        return folder.calls.size();
    }

    @Test
    void aTailThatOnlyACacheHeldIsWrittenAnewAndItsFileIsNotAskedAgain() throws IOException {
        JournalWriter writer = started();
        event(writer, "held by the cache");
        int next = folder.calls.size();
        folder.failing = call -> call > next; // its sync, and everything after that
        writer.work(startNanos, 0);
        assertThat(writer.state().word()).isEqualTo(JournalState.Word.AWAY);
        folder.failing = _ -> false;
        started(); // another start, the computer went on
        assertThat(folder.touchedAfterFailure).isEmpty();
        JournalReport report = readAll(folder.afterPowerCut());
        assertThat(report.flaws()).isEmpty();
        assertThat(read).contains("held by the cache").hasSize(3);
    }

    @Test
    void whenMemoryRunsFullFramesBecomeCountedGapsAndEventsStay() throws IOException {
        JournalWriter writer = writer(new JournalOptions(2_048, 2_000, Duration.ofSeconds(1), Duration.ofMinutes(1)));
        folder.failing = _ -> true;
        for (int i = 0; i < 20; i++) {
            append(writer, RecordType.FRAMES, Durability.BY_THE_SECOND, startNanos, "f".repeat(300));
            event(writer, "event " + i);
            writer.work(startNanos, 0);
        }
        assertThat(writer.state().dropped()).isBetween(15L, 20L);
        folder.failing = _ -> false;
        writer.work(startNanos + 1_000L * MS, 0);
        assertThat(writer.state().durable()).isEqualTo(writer.state().appended());
        readAll(folder);
        assertThat(records.stream().filter(record -> record.type() == RecordType.GAP.code()))
                .hasSize((int) writer.state().dropped());
        assertThat(read).contains("event 0", "event 19", "frames of 300 bytes left out: memory was full");
    }

    @Test
    void aGapNeverTakesMoreThanWhatItStandsFor() {
        JournalWriter writer = writer(new JournalOptions(2_048, 10, Duration.ofSeconds(1), Duration.ofMinutes(1)));
        append(writer, RecordType.FRAMES, Durability.BY_THE_SECOND, startNanos, "short");
        assertThat(writer.state().dropped()).isZero();
    }

    @Test
    void theChainIsWrittenDownEachMinute() throws IOException {
        JournalWriter writer = started();
        writer.work(startNanos, 0);
        for (int second = 1; second <= 125; second++) {
            writer.work(startNanos + second * 1_000L * MS, 0);
        }
        readAll(folder);
        List<JournalRecord> anchors = records.stream()
                .filter(record -> record.type() == RecordType.ANCHOR.code())
                .toList();
        assertThat(anchors).hasSize(2);
        assertThat(read.get(1)).startsWith("record 1 has chain ");
    }

    @Test
    void aTypeThatNobodyKnowsPassesThrough() throws IOException {
        JournalWriter writer = started();
        append(writer, new RecordType(111, "of a user", false), Durability.SOON, startNanos, "strange");
        writer.flush(startNanos, 0);
        readAll(folder);
        assertThat(records.getLast().type()).isEqualTo(111);
        assertThat(read.getLast()).isEqualTo("strange");
    }

    @Test
    void aRecordThatFitsNoSegmentIsRefusedAndTakesNoTicket() {
        JournalWriter writer = started();
        ByteBuffer large = ByteBuffer.allocate(2_048);
        assertThatThrownBy(() -> writer.append(RecordType.EVENT, Durability.SOON, 0, 0, large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1832");
        assertThat(writer.state().appended()).isEqualTo(1);
    }

    @Test
    void recordsThatAreMissingAtTheEndOfASegmentAreNamedAndTheirNumbersNotUsedAgain() throws IOException {
        JournalWriter writer = started();
        event(writer, "lost");
        writer.flush(startNanos, 0);
        String first = folder.names().getFirst();
        started(); // proves it
        byte[] bytes = folder.bytes(first);
        folder.put(first, java.util.Arrays.copyOf(bytes, SegmentHeader.BYTES));
        String second = folder.names().get(1); // the copy of the tail
        folder.put(second, java.util.Arrays.copyOf(folder.bytes(second), SegmentHeader.BYTES));
        JournalReport report = readAll(folder);
        assertThat(report.isWhole()).isFalse();
        assertThat(report.flaws()).hasAtLeastOneElementOfType(Flaw.Missing.class);
        long last = report.lastSequence();
        started();
        readAll(folder);
        assertThat(records.getLast().sequence()).isEqualTo(last + 1);
    }

    @Test
    void aReportThatIsLongerThanARecordIsCutAndWritten() throws IOException {
        folder.put("altercor-00000001.journal", new byte[2_048]);
        for (int i = 2; i < 60; i++) {
            byte[] rubbish = new byte[300];
            rubbish[200] = 1;
            folder.put(SegmentHeader.fileName(i), rubbish);
        }
        JournalWriter writer = started();
        assertThat(writer.state().word()).isEqualTo(JournalState.Word.OK);
        readAll(folder);
        assertThat(records.getLast().type()).isEqualTo(RecordType.RECOVERY.code());
        assertThat(read.getLast()).hasSize(OPTIONS.mostPayloadBytes());
    }
}
