package org.altercor.safety.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
import org.altercor.safety.event.EarlierEvents;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.event.EventMemory;
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
        return new Journal(
                next,
                JournalOptions.USUAL,
                machine,
                layout,
                SupervisorCells.of(machine, layout),
                log,
                List.of(),
                () -> nowNanos,
                WALL);
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
        assertThat(text(first)).startsWith("altercor-configuration/1\nsha256=").contains("Machine[name=adult-bypass");
        Checked again = ConfigurationWords.machine(first.payload().duplicate());
        assertThat(again).isEqualTo(new Checked.Whole(machine));
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
        journal.end();
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

    private List<String> cursors() throws IOException {
        return records().stream()
                .filter(record -> record.type() == RecordType.CURSOR.code())
                .map(JournalTest::text)
                .toList();
    }

    /// What is owed of earlier starts: looked for on another thread.
    private EarlierEvents earlier(Journal journal, EventMemory memory) {
        long startNanos = System.nanoTime();
        while (memory.earlier().isEmpty()) {
            assertThat(System.nanoTime() - startNanos).as("waited").isLessThan(60_000 * MS);
            journal.step();
            Thread.onSpinWait();
        }
        return memory.earlier().get();
    }

    private void steps(Journal journal, int count, long nanos) {
        for (int i = 0; i < count; i++) {
            nowNanos += nanos;
            journal.step();
        }
    }

    @Test
    void aCursorIsWrittenWhenItMovedAtMostOnceASecondAndAgainEachMinute() throws IOException {
        Journal journal = start();
        EventMemory memory = journal.memory("telemetry");
        act("one");
        act("two");
        journal.step();
        assertThat(earlier(journal, memory)).isEqualTo(EarlierEvents.NOTHING);
        steps(journal, 20, 100 * MS);
        String begin = "telemetry boot=" + log.boot() + " event=0 record=0";
        assertThat(cursors()).as("nobody said anything").containsExactly(begin);

        memory.taken(log.boot(), 1);
        steps(journal, 20, 100 * MS);
        assertThat(cursors()).containsExactly(begin, "telemetry boot=" + log.boot() + " event=1 record=2");
        for (int number = 3; number <= 30; number++) {
            act("more");
            memory.taken(log.boot(), number);
            steps(journal, 1, 100 * MS);
        }
        steps(journal, 20, 100 * MS);
        assertThat(cursors()).hasSizeBetween(5, 6);
        assertThat(cursors().getLast()).startsWith("telemetry boot=" + log.boot() + " event=30 ");

        int before = cursors().size();
        steps(journal, 50, 1_000 * MS);
        assertThat(cursors()).as("in less than a minute").hasSize(before);
        steps(journal, 15, 1_000 * MS);
        assertThat(cursors()).as("after a minute").hasSize(before + 1);
    }

    @Test
    void whatWasNotTakenInOneStartIsFoundByTheNextAndWhatWasIsNot() throws IOException {
        Journal journal = start();
        EventMemory memory = journal.memory("telemetry");
        journal.step();
        earlier(journal, memory);
        memory.taken(log.boot(), 0);
        for (int i = 1; i <= 200; i++) {
            act("act " + i);
        }
        steps(journal, 3, 1_000 * MS);
        memory.taken(log.boot(), 150);
        steps(journal, 30, 100 * MS);
        UUID first = log.boot();

        List<String> cursors = cursors();
        log = new EventLog(UUID.randomUUID(), WALL);
        act("of the second start");
        Journal next = start();
        next.step();
        EarlierEvents found = earlier(next, next.memory("telemetry"));
        assertThat(found.boot()).isEqualTo(first);
        assertThat(found.events())
                .extracting(Event::text)
                .startsWith("act 151")
                .endsWith("act 200")
                .hasSize(50);
        steps(next, 12, 100 * MS);
        assertThat(cursors().subList(cursors.size(), cursors().size()))
                .as("where it stood is written down again")
                .containsExactly(cursors.getLast());

        log = new EventLog(UUID.randomUUID(), WALL);
        Journal third = start(); // the second never said that it took anything
        third.step();
        assertThat(earlier(third, third.memory("telemetry")).events())
                .extracting(Event::text)
                .startsWith("act 151")
                .endsWith("act 200", "of the second start")
                .hasSize(51);
    }

    @Test
    void aFirstStartThatEndsBeforeAnybodySpokeOwesThemAllOfIt() throws IOException {
        Journal journal = start();
        journal.memory("telemetry"); // and is never heard of again: its broker did not come
        act("one");
        act("two");
        journal.step();
        journal.end();

        log = new EventLog(UUID.randomUUID(), WALL);
        Journal next = start();
        next.step();
        assertThat(earlier(next, next.memory("telemetry")).events())
                .extracting(Event::text)
                .containsExactly("one", "two");
    }

    @Test
    void withoutADiskNobodyIsToldWhatIsOwedAndNobodyWaits() {
        isDiskThere = false;
        Journal journal = start();
        EventMemory memory = journal.memory("telemetry");
        memory.taken(log.boot(), 0);
        steps(journal, 30, 1_000 * MS);
        assertThat(memory.earlier()).isEmpty();
        isDiskThere = true;
        nowNanos += 2_000 * MS;
        journal.step();
        assertThat(earlier(journal, memory)).isEqualTo(EarlierEvents.NOTHING);
    }

    @Test
    void aPlannedEndWritesDownHowFarEverybodyGot() throws IOException {
        try (Journal journal = Journal.start(
                Journal.in(folder), machine, layout, SupervisorCells.of(machine, layout), log, List.of(), WALL)) {
            EventMemory memory = journal.memory("telemetry");
            memory.taken(log.boot(), 0);
            act("one");
            act("two");
            long startNanos = System.nanoTime();
            while (journal.logged() < 2
                    || memory.earlier().isEmpty()
                    || journal.state().appended() < 6) {
                assertThat(System.nanoTime() - startNanos).as("waited").isLessThan(60_000 * MS);
                Thread.onSpinWait();
            }
            memory.taken(log.boot(), 2); // less than a second after the last cursor, on most machines
        }
        assertThat(cursors().getLast()).startsWith("telemetry boot=" + log.boot() + " event=2 ");
    }

    @Test
    void aDefectOfOursIsToldAndTheRestGoesOn() throws IOException {
        var small = new JournalOptions(8 << 10, 1 << 20, Duration.ofSeconds(1), Duration.ofMinutes(1));
        var next = new JournalWriter(this::place, small, log.boot(), machine.name());
        writer = Optional.of(next);
        var journal = new Journal(
                next,
                small,
                machine,
                layout,
                SupervisorCells.of(machine, layout),
                log,
                List.of(),
                () -> nowNanos,
                WALL);
        act("one");
        journal.step(); // its configuration is longer than such a segment
        act("two");
        journal.step();

        assertThat(journal.state().word()).isEqualTo(JournalState.Word.AWAY);
        assertThat(journal.state().reason()).startsWith("a defect: ").contains("a record of at most");
        assertThat(texts()).contains("two");
    }
}
