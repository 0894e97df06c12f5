package org.altercor.controller.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.controller.loop.LoopPair;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.rig.RigBinder;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.Journal;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.RecordType;
import org.altercor.safety.telemetry.TelemetryOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is around a running machine finds what it needs.
class AttachedTest {
    private static final long LONGEST_WAIT_NANOS = 20_000_000_000L;
    private static final URI NOBODY = URI.create("mqtt://127.0.0.1:1");

    @TempDir
    private Path folder;

    private List<String> cursors() {
        List<String> found = new ArrayList<>();
        try {
            JournalReader.read(DiskFolder.at(folder), (_, record) -> {
                if (record.type() == RecordType.CURSOR.code()) {
                    found.add(StandardCharsets.UTF_8
                            .decode(record.payload().duplicate())
                            .toString());
                }
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return found;
    }

    @Test
    void telemetryKeepsItsPlaceInTheJournal() throws Exception {
        Machine machine =
                ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine("adult-bypass")).machine();
        SupervisorBeat beat = LoopPair.newBeat();
        try (var running = new RunningMachine(
                        machine,
                        RigBinder.bind(machine, beat),
                        beat,
                        RealTime.without("a test"),
                        Clock.systemUTC(),
                        _ -> {});
                Journal journal = running.keep(Journal.in(folder), Clock.systemUTC())) {
            var options = TelemetryOptions.of(NOBODY, "bench", "attached");
            try (Attached _ = Attached.to(running, Optional.of(journal), Optional.of(options), Optional.empty())) {
                long startNanos = System.nanoTime();
                while (cursors().isEmpty()) {
                    assertThat(System.nanoTime() - startNanos).as("waited").isLessThan(LONGEST_WAIT_NANOS);
                    Thread.sleep(20);
                }
            }
            assertThat(cursors().getFirst())
                    .startsWith("telemetry boot=" + running.log().boot() + " event=0 record=0");
        }
    }
}
