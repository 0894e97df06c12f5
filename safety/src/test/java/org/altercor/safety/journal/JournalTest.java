package org.altercor.safety.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.SupervisorCells;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a running machine writes down. Time is an argument; the folder is one of a disk.
class JournalTest {
    private static final Clock WALL = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final long MS = 1_000_000;

    @TempDir
    private Path folder;

    private final Machine machine =
            ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine("adult-bypass")).machine();
    private final MachineLayout layout = MachineLayout.of(machine);
    private EventLog log = new EventLog(UUID.randomUUID(), WALL);
    private long nowNanos = 5_000 * MS;
    private boolean isDiskThere = true;
    private Optional<JournalWriter> writer = Optional.empty();

    @AfterEach
    void letGoOfTheFolder() {
        writer.ifPresent(JournalWriter::close);
    }

    private Journal start() {
        writer.ifPresent(JournalWriter::close); // one start after the other
        var next = new JournalWriter(this::place, JournalOptions.USUAL, log.boot(), machine.name());
        writer = Optional.of(next);
        return new Journal(next, machine, layout, SupervisorCells.of(machine, layout), log, () -> nowNanos, WALL);
    }

    private JournalFolder place() throws IOException {
        if (!isDiskThere) {
            throw new IOException("no disk");
        }
        return DiskFolder.at(folder);
    }

    private void act(String text) {
        log.add(nowNanos, EventKind.ACT, "arterial", 1, text);
    }

    private List<JournalRecord> records() throws IOException {
        List<JournalRecord> found = new ArrayList<>();
        JournalReport report = JournalReader.read(DiskFolder.existing(folder), (_, record) -> found.add(record));
        assertThat(report.flaws()).isEmpty();
        return found;
    }

    private static String text(JournalRecord record) {
        return StandardCharsets.UTF_8.decode(record.payload().duplicate()).toString();
    }

    private List<String> texts() throws IOException {
        return records().stream()
                .filter(record -> record.type() == RecordType.EVENT.code())
                .map(record -> EventRecords.decode(record.payload().duplicate()).text())
                .toList();
    }

    @Test
    void theConfigurationComesFirstUnderItsHash() throws IOException {
        Journal journal = start();
        journal.step();
        JournalRecord first = records().getFirst();
        assertThat(first.type()).isEqualTo(RecordType.CONFIGURATION.code());
        assertThat(text(first)).startsWith("sha256=").contains("Machine[name=adult-bypass");
    }

    @Test
    void anEventIsLoggedWhenItIsOnDiskAndNotBefore() throws IOException {
        Journal journal = start();
        isDiskThere = false;
        act("one");
        journal.step();
        assertThat(journal.logged()).isZero();
        assertThat(journal.state().word()).isEqualTo(JournalState.Word.AWAY);
        assertThat(journal.state().reason()).isEqualTo("no disk");

        isDiskThere = true;
        nowNanos += 2_000 * MS;
        journal.step();
        assertThat(journal.logged()).isEqualTo(1);
        assertThat(journal.state().word()).isEqualTo(JournalState.Word.OK);
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void aSecondStartGoesOnBehindTheFirst() throws IOException {
        Journal journal = start();
        act("one");
        journal.step();
        long before = records().getLast().sequence();

        log = new EventLog(UUID.randomUUID(), WALL);
        Journal next = start();
        act("two");
        next.step();
        assertThat(texts()).containsExactly("one", "two");
        assertThat(records().getLast().sequence()).isGreaterThan(before);
    }

    @Test
    void eventsThatWereGoneBeforeTheyWereWrittenLeaveAGapThatNamesThem() throws IOException {
        Journal journal = start();
        for (int i = 0; i < EventLog.CAPACITY + 7; i++) {
            act("act " + i);
        }
        journal.step();
        List<String> gaps = records().stream()
                .filter(record -> record.type() == RecordType.GAP.code())
                .map(JournalTest::text)
                .toList();
        assertThat(gaps).containsExactly("events 1 to 7 were gone before they were written");
        assertThat(texts()).hasSize(EventLog.CAPACITY);
        assertThat(journal.logged()).isEqualTo(EventLog.CAPACITY + 7);
    }

    @Test
    void theMachineIsPutIntoWordsOnceASecond() throws IOException {
        Journal journal = start();
        for (int i = 0; i < 300; i++) {
            journal.step();
            nowNanos += 10 * MS;
        }
        nowNanos += 2_000 * MS;
        journal.step();
        List<String> summaries = records().stream()
                .filter(record -> record.type() == RecordType.SUMMARY.code())
                .map(JournalTest::text)
                .toList();
        assertThat(summaries).hasSizeBetween(3, 4);
        assertThat(summaries.getFirst()).contains("arterial.mode=stopped", "arterial.rpm=-", "pressure-line=-");
    }
}
