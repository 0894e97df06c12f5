package org.altercor.bench.telemetry;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.altercor.bench.peer.Peers;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.event.EventMemory;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.Journal;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.RecordType;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.SupervisorCells;
import org.altercor.safety.telemetry.LinkTiming;
import org.altercor.safety.telemetry.Telemetry;
import org.altercor.safety.telemetry.TelemetryOptions;

/// One start of a program whose loops stand: a log that a test feeds, a journal of it, telemetry.
final class ToldProgram implements AutoCloseable {
    private static final long MOST_NANOS = 60_000_000_000L; // should nobody kill it
    private static final LinkTiming TIMING = new LinkTiming(
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(100),
            Duration.ofMillis(500));

    private final EventLog log = new EventLog(UUID.randomUUID(), Clock.systemUTC());
    final Journal journal;
    final Telemetry telemetry;

    /// @param folder    of its journal
    /// @param remembers whether telemetry asks the journal what earlier starts left
    ToldProgram(Path folder, URI broker, boolean remembers) {
        Machine machine =
                ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine("adult-bypass")).machine();
        MachineLayout layout = MachineLayout.of(machine);
        SupervisorCells cells = SupervisorCells.of(machine, layout);
        journal = Journal.start(Journal.in(folder), machine, layout, cells, log, List.of(), Clock.systemUTC());
        var options = TelemetryOptions.of(broker, "bench", "starts").with(TIMING);
        EventMemory memory = remembers ? journal.memory("telemetry") : EventMemory.NONE;
        telemetry = Telemetry.start(options, machine, layout, cells, log, memory, System::nanoTime);
    }

    /// In a process of its own: says its boot when its events are logged, and waits to be killed.
    ///
    /// @param arguments folder, broker, count of events
    public static void main(String[] arguments) {
        long startNanos = System.nanoTime();
        try (var program = new ToldProgram(Path.of(arguments[0]), URI.create(arguments[1]), true)) {
            int count = Integer.parseInt(arguments[2]);
            Peers.await("the journal knows that telemetry takes part", () -> hasCursor(Path.of(arguments[0])));
            program.happen(count);
            Peers.await("all is logged", () -> program.journal.logged() == count);
            System.out.println(program.boot());
            while (System.nanoTime() - startNanos < MOST_NANOS) {
                LockSupport.parkNanos(MOST_NANOS / 60);
            }
        }
    }

    private static boolean hasCursor(Path folder) {
        var cursors = new AtomicInteger();
        try {
            JournalReader.read(DiskFolder.existing(folder), (_, record) -> {
                if (record.type() == RecordType.CURSOR.code()) {
                    cursors.incrementAndGet();
                }
            });
        } catch (IOException e) {
            return false; // not there yet
        }
        return cursors.get() > 0;
    }

    UUID boot() {
        return log.boot();
    }

    void happen(int times) {
        for (int i = 0; i < times; i++) {
            log.add(System.nanoTime(), EventKind.ACT, "", i, "the test did something");
        }
    }

    @Override
    public void close() {
        telemetry.close();
        journal.close();
    }
}
