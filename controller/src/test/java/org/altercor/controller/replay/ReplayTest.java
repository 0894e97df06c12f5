package org.altercor.controller.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.controller.journal.RecordBound;
import org.altercor.controller.journal.RecordFilter;
import org.altercor.controller.scenario.InstalledTwin;
import org.altercor.controller.scenario.LoadedScenario;
import org.altercor.controller.scenario.TwinSource.Found;
import org.altercor.safety.frame.FrameDecoder;
import org.altercor.safety.frame.FrameEncoder;
import org.altercor.safety.frame.Loop;
import org.altercor.safety.journal.ConfigurationWords;
import org.altercor.safety.journal.CyclesHeader;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.Journal;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.JournalRecord;
import org.altercor.safety.journal.JournalReport;
import org.altercor.safety.journal.RecordType;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.SafetyReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A simulated case with a runaway pump, its stop and its latch, and what becomes of running it again.
class ReplayTest {
    private static final String CASE = "../bench-tests/scenarios/incidents/inc-01-runaway-follower.toml";
    private static final RecordFilter ALL = new RecordFilter(Set.of(), Optional.empty(), Optional.empty());

    @TempDir
    private static Path folder;

    private static final List<JournalRecord> RECORDS = new ArrayList<>();
    private static Optional<UUID> boot = Optional.empty();
    private static JournalReport whole = new JournalReport(0, 0, 0, 0, "", List.of());

    @BeforeAll
    static void playTheCase() throws IOException {
        var twin = new InstalledTwin(LocalDate.of(2026, 11, 23));
        var ready = (Found.Ready) twin.read(CASE);
        new LoadedScenario(CASE, ready.scenario(), twin)
                .run(Journal.in(folder.resolve("journal")), Instant.EPOCH, System::nanoTime);
        whole = JournalReader.read(DiskFolder.existing(folder.resolve("journal")), (its, record) -> {
            RECORDS.add(record);
            boot = its;
        });
        assertThat(whole.flaws()).isEmpty();
    }

    private static ReplayReport replay(RecordFilter wanted, List<JournalRecord> records) {
        var replay = new Replay(wanted);
        records.forEach(record -> replay.visit(boot, record));
        return replay.report("case", whole, 0);
    }

    private static ReplayReport replay(List<JournalRecord> records) {
        return replay(ALL, records);
    }

    private static List<JournalRecord> cycles(Loop loop) {
        return RECORDS.stream()
                .filter(record -> record.type() == RecordType.FRAMES.code())
                .filter(record -> CyclesHeader.of(record.payload()).loop() == loop)
                .toList();
    }

    private static JournalRecord with(JournalRecord record, ByteBuffer payload) {
        return new JournalRecord(
                record.sequence(),
                record.durable(),
                record.type(),
                record.durability(),
                record.monotonicNanos(),
                record.wallMillis(),
                payload);
    }

    private static String text(JournalRecord record) {
        return StandardCharsets.UTF_8.decode(record.payload().duplicate()).toString();
    }

    /// The case, with the words of its records of one type changed.
    private static List<JournalRecord> changed(RecordType type, String found, String instead) {
        return RECORDS.stream()
                .map(record -> record.type() == type.code()
                        ? with(
                                record,
                                ByteBuffer.wrap(
                                        text(record).replace(found, instead).getBytes(StandardCharsets.UTF_8)))
                        : record)
                .toList();
    }

    @Test
    void bothLoopsDecideTheSameToTheBitFromTheFirstCycleToTheLast() {
        ReplayReport report = replay(RECORDS);

        assertThat(report.identical()).isTrue();
        assertThat(report.starts()).hasSize(1);
        assertThat(report.starts().getFirst().loops())
                .extracting(LoopReport::loop, LoopReport::cycles, LoopReport::states, LoopReport::passedOver)
                .containsExactly(tuple("control", 6_000L, 6L, 0L), tuple("supervisor", 12_000L, 12_000 / 2_000L, 0L));
        assertThat(report.text()).contains("identical to the bit", "Identical: every output");
    }

    @Test
    void aPartRunsFromTheCheckpointBeforeIt() {
        long from = cycles(Loop.SUPERVISOR).get(25).sequence();
        long to = cycles(Loop.SUPERVISOR).get(35).sequence();
        var part = new RecordFilter(
                Set.of(), Optional.of(new RecordBound.Numbered(from)), Optional.of(new RecordBound.Numbered(to)));

        ReplayReport report = replay(part, RECORDS);

        assertThat(report.identical()).isTrue();
        LoopReport supervisor = report.starts().getFirst().loops().getLast();
        assertThat(supervisor.cycles()).isBetween(2_200L, 4_200L);
        assertThat(supervisor.passedOver()).isZero();
    }

    @Test
    void aRecordThatIsMissingIsToldAndTheRestRunsFromTheNextCheckpoint() {
        List<JournalRecord> records = new ArrayList<>(RECORDS);
        records.remove(cycles(Loop.SUPERVISOR).get(13));

        ReplayReport report = replay(records);

        assertThat(report.identical()).isFalse();
        LoopReport supervisor = report.starts().getFirst().loops().getLast();
        assertThat(supervisor.first()).as("nothing differs").isEmpty();
        assertThat(supervisor.passedOver()).isBetween(200L, 2_001L);
        assertThat(supervisor.cycles() + supervisor.passedOver()).isEqualTo(12_000);
        assertThat(report.starts().getFirst().loops().getFirst().identical())
                .as("the other loop")
                .isTrue();
        assertThat(report.text()).contains("cycles passed over");
    }

    private static Machine machine(String words) {
        return switch (ConfigurationWords.machine(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)))) {
            case Checked.Whole(Machine machine) -> machine;
            case Checked.Refused refused -> throw new AssertionError(refused.render());
            case Checked.Part part -> throw new AssertionError(part.toString());
        };
    }

    @Test
    void aCoreThatDecidesOtherwiseOnceIsCaughtInThatCycleWithFieldAndBothValues() {
        Machine machine = machine(text(RECORDS.getFirst()));
        Step step = Step.of(Loop.SUPERVISOR, machine, MachineLayout.of(machine));
        var report = (SafetyReport) step.outputs();
        int[] cycle = {0};
        var changed = new Step(step.loop(), step.inputs(), step.outputs(), step.core(), () -> {
            step.step().run();
            if (++cycle[0] == 4_711) {
                report.limitRpm[2] = 7;
            }
        });
        var loop = new ReplayedLoop(changed);

        cycles(Loop.SUPERVISOR).forEach(record -> loop.run(record.payload()));

        LoopReport found = loop.report();
        assertThat(found.identical()).isFalse();
        LoopReport.First first = found.first().getFirst();
        assertThat(first.cycle()).isEqualTo(4_711);
        assertThat(first.what()).isEqualTo("outputs");
        assertThat(first.field()).contains("limitRpm");
        assertThat(first.replayed()).isEqualTo("7.0");
        assertThat(found.text()).contains("DIFFERENT", "first difference in cycle 4711", "limitRpm");
    }

    @Test
    void aStateThatWentAstrayIsCaughtAtTheNextCheckpointEvenIfNothingCameOfIt() {
        Machine machine = machine(text(RECORDS.getFirst()));
        Step step = Step.of(Loop.SUPERVISOR, machine, MachineLayout.of(machine));
        var bytes = ByteBuffer.allocate(step.layout().state().bytes());
        int[] cycle = {0};
        var changed = new Step(step.loop(), step.inputs(), step.outputs(), step.core(), () -> {
            step.step().run();
            if (++cycle[0] == 2_001) { // its outputs are made, and right
                new FrameEncoder(bytes).encode(step.core());
                bytes.put(bytes.capacity() - 1, (byte) (bytes.get(bytes.capacity() - 1) ^ 1)); // of a counter
                new FrameDecoder(bytes.flip()).decode(step.core());
            }
        });
        var loop = new ReplayedLoop(changed);

        cycles(Loop.SUPERVISOR).forEach(record -> loop.run(record.payload()));

        assertThat(loop.report().identical()).isFalse();
        assertThat(loop.report().first().getFirst().cycle()).isEqualTo(2_001);
        assertThat(loop.report().first().getFirst().what()).isEqualTo("state");
    }

    @Test
    void whatAnotherVersionWroteIsNotReplayedAndSaysWhichFieldKeepsIt() {
        ReplayReport report = replay(changed(RecordType.LAYOUT, "controlReadable", "controlHeard"));

        assertThat(report.identical()).isFalse();
        assertThat(report.starts().getFirst().whyNot())
                .isEqualTo("another version wrote it: of the supervisor loop it recorded 'inputs 8 flag controlHeard' "
                        + "where this program has 'inputs 8 flag controlReadable'");
        assertThat(report.text()).contains("cannot be replayed: another version wrote it");
    }

    @Test
    void withoutALayoutNothingIsGuessedAt() {
        List<JournalRecord> records = RECORDS.stream()
                .filter(record -> record.type() != RecordType.LAYOUT.code())
                .toList();

        ReplayReport report = replay(records);

        assertThat(report.identical()).isFalse();
        assertThat(report.starts().getFirst().whyNot())
                .isEqualTo("what stands where in its cycles is not in what was read");
    }

    @Test
    void aConfigurationThatWasChangedIsNotReplayed() {
        ReplayReport report = replay(changed(RecordType.CONFIGURATION, "title", "titel"));

        assertThat(report.identical()).isFalse();
        assertThat(report.starts().getFirst().whyNot()).isEqualTo("the configuration is not the one of its hash");
    }

    @Test
    void whereNoCyclesAreThereIsNothingToReplayAndThatIsNotIdentical() {
        ReplayReport report = replay(List.of());

        assertThat(report.identical()).isFalse();
        assertThat(report.text()).contains("NOTHING to replay");
    }
}
