package org.altercor.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.altercor.bench.journal.WatchedFolder;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.Durability;
import org.altercor.safety.journal.EventRecords;
import org.altercor.safety.journal.JournalOptions;
import org.altercor.safety.journal.JournalReport.Flaw;
import org.altercor.safety.journal.JournalWriter;
import org.altercor.safety.journal.RecordType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two readers that share no code agree on every record and every flaw.
class JournalPeerTest {
    private static final JournalOptions SMALL =
            new JournalOptions(4_096, 1 << 20, Duration.ofSeconds(1), Duration.ofSeconds(5));
    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path folder;

    private boolean isSyncLost;

    @BeforeEach
    void requirePython() {
        Peers.requireProgram(JournalPeer.PYTHON, "python3");
    }

    /// A disk that takes bytes, and may say then that it lost them.
    private final class Fickle implements WatchedFolder.Watch {
        @Override
        public void sync(WatchedFolder.Call call) throws IOException {
            if (isSyncLost) {
                throw new IOException("lost");
            }
            call.run();
        }
    }

    private JournalWriter start() {
        return new JournalWriter(
                () -> new WatchedFolder(DiskFolder.at(folder), new Fickle()), SMALL, UUID.randomUUID(), "bench läuft");
    }

    /// Twelve seconds, a batch of every sort of record in each: two segments or more.
    private static void tellOf(JournalWriter journal, int seconds) {
        for (int second = 0; second < seconds; second++) {
            long nanos = second * SECOND;
            long wall = 1_790_000_000_000L + second * 1_000L;
            EventKind kind = EventKind.ofCode(second);
            var event = new Event(
                    UUID.randomUUID(), second, nanos, Instant.ofEpochMilli(wall), kind, "ärmel", Double.NaN, "🙂");
            journal.append(RecordType.CONFIGURATION, Durability.AT_ONCE, nanos, wall, text("größe = 1\n"));
            journal.append(RecordType.EVENT, Durability.SOON, nanos, wall, EventRecords.encode(event));
            journal.append(RecordType.FRAMES, Durability.BY_THE_SECOND, nanos, wall, text("JREC\0\0JREC"));
            String cursor = "telemetry boot=" + new UUID(1, 2) + " event=" + second + " record=1";
            journal.append(RecordType.CURSOR, Durability.BY_THE_SECOND, nanos, wall, text(cursor));
            journal.append(new RecordType(127, "other", true), Durability.SOON, nanos, wall, text(""));
            journal.work(nanos, wall);
        }
    }

    private static ByteBuffer text(String words) {
        return ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8));
    }

    private void startAndEnd() {
        try (var journal = start()) {
            tellOf(journal, 12);
        }
    }

    private Path segment(int number) throws IOException {
        return segmentFiles().get(number);
    }

    private int segments() throws IOException {
        return segmentFiles().size();
    }

    private List<Path> segmentFiles() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".journal"))
                    .sorted()
                    .toList();
        }
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 0x10;
        Files.write(file, bytes);
    }

    /// Offset of the record, of a count from 0, in a file; of the last one for -1.
    private static int record(Path file, int count) throws IOException {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        int at = 152;
        for (int i = 0; i != count; i++) {
            int next = at
                    + 64
                    + ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1), at + 4, 4)
                            .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                            .getInt();
            if (!bytes.startsWith("JREC", next)) {
                return at;
            }
            at = next;
        }
        return at;
    }

    @Test
    void ofSeveralStarts() throws IOException {
        startAndEnd();
        startAndEnd();
        startAndEnd();

        var report = JournalPeer.readAlike(folder);

        assertThat(report.flaws()).isEmpty();
        assertThat(report.records()).isGreaterThan(100);
        assertThat(report.segments()).isGreaterThan(4);
    }

    @Test
    void ofASegmentThatWasAbandonedWithRecordsThatNobodyAcknowledged() throws IOException {
        try (var journal = start()) {
            tellOf(journal, 3);
            isSyncLost = true;
            tellOf(journal, 3);
            long durable = journal.state().durable();
            isSyncLost = false;
            journal.flush(60 * SECOND, 1_790_000_060_000L);
            assertThat(journal.state().durable()).isGreaterThan(durable);
        }

        var report = JournalPeer.readAlike(folder);

        assertThat(report.isWhole()).isTrue();
        assertThat(new String(Files.readAllBytes(segment(0)), StandardCharsets.ISO_8859_1).split("JREC"))
                .as("records of the first file, read from the second")
                .hasSizeGreaterThan((int) (report.records() / 2));
    }

    @Test
    void ofATornTail() throws IOException {
        startAndEnd();
        Path last = segment(segments() - 1);
        flip(last, record(last, -1) + 44 + 1);

        var report = JournalPeer.readAlike(folder);

        assertThat(report.flaws()).hasOnlyElementsOfType(Flaw.TornTail.class).hasSize(1);
    }

    @Test
    void ofASpoiltMiddle() throws IOException {
        startAndEnd();
        flip(segment(0), record(segment(0), 4) + 46);

        var report = JournalPeer.readAlike(folder);

        assertThat(report.isWhole()).isFalse();
        assertThat(report.flaws()).hasAtLeastOneElementOfType(Flaw.Spoilt.class);
        assertThat(report.flaws()).hasAtLeastOneElementOfType(Flaw.Missing.class);
    }

    @Test
    void ofAFileThatLostItsHeaderAndOneThatWasTakenAway() throws IOException {
        startAndEnd();
        startAndEnd();
        flip(segment(segments() - 1), 30);
        assertThat(JournalPeer.readAlike(folder).flaws()).hasAtLeastOneElementOfType(Flaw.NoHeader.class);

        Files.delete(segment(1));
        assertThat(JournalPeer.readAlike(folder).flaws()).hasAtLeastOneElementOfType(Flaw.ChainBroken.class);
    }

    @Test
    void ofWhateverWasChangedAnywhere() throws IOException {
        startAndEnd();
        startAndEnd();
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int change = 0; change < 12; change++) {
            Path file = segment(random.nextInt(segments()));
            flip(file, random.nextInt((int) Files.size(file)));

            JournalPeer.readAlike(folder);
        }
    }
}
