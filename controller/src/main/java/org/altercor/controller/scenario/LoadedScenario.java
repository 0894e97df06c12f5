package org.altercor.controller.scenario;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.altercor.config.load.Problem;
import org.altercor.config.rig.SerialSettings;
import org.altercor.config.scenario.Scenario;
import org.altercor.controller.scenario.TwinSource.Stage;
import org.altercor.hal.line.LineOpener;
import org.altercor.hal.modbus.DriveServer;
import org.altercor.hal.modbus.DriveServer.ServedDrive;
import org.altercor.hal.time.MonotonicClock;
import org.altercor.hal.twin.Signal;
import org.altercor.hal.twin.TwinWorld;
import org.altercor.safety.journal.Journal;
import org.altercor.safety.journal.JournalState;
import org.altercor.safety.journal.JournalWriter;

/// A scenario that was read, with the means to make its worlds: each use makes a new one.
public final class LoadedScenario {
    /// What to record.
    ///
    /// @param file         where to
    /// @param signals      names; empty for what the scenario is about
    /// @param everySeconds time between two rows
    public record Recording(Path file, List<String> signals, double everySeconds) {
        public Recording {
            signals = List.copyOf(signals);
        }
    }

    private final String file;
    private final Scenario scenario;
    private final TwinSource source;

    /// @param file     name of its file, for problems
    /// @param scenario as read
    /// @param source   makes its worlds
    public LoadedScenario(String file, Scenario scenario, TwinSource source) {
        this.file = file;
        this.scenario = scenario;
        this.source = source;
    }

    /// Name of its file.
    public String file() {
        return file;
    }

    /// What only the world can say against it; empty when nothing.
    ///
    /// @param served a pump that is driven by somebody else
    public List<Problem> problems(Optional<String> served) {
        return ScenarioChecks.problems(file, scenario, source.stage(scenario), served);
    }

    /// Its signals, for people.
    public String signals() {
        return ScenarioText.signals(source.world(scenario).signals());
    }

    /// Why a name is no signal of it; empty when every name is one.
    public Optional<String> unknownSignals(List<String> names) {
        try {
            SignalChoice.named(source.world(scenario).signals(), names);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    /// Runs it to its end, as fast as it goes.
    ///
    /// @param clock for the time it takes on this computer
    public ScenarioResult run(MonotonicClock clock) {
        return run(source.stage(scenario), Recorder.NONE, clock);
    }

    /// Runs it to its end and keeps a journal of it, as a running machine does.
    ///
    /// @param place where the journal's segments lie
    /// @param begun  what its clock on the wall shows at first
    /// @throws IOException when nothing of it could be written, or not all
    public ScenarioResult run(JournalWriter.Place place, Instant begun, MonotonicClock clock) throws IOException {
        Stage stage = source.recorded(scenario, place, begun);
        Journal journal = stage.journal()
                .orElseThrow(() -> new IOException(file + " has no operator: no loop runs, and nothing is recorded"));
        ScenarioResult result = run(stage, Recorder.NONE, clock);
        journal.end();
        if (journal.state().word() != JournalState.Word.OK) {
            throw new IOException("the journal: " + journal.state().reason());
        }
        return result;
    }

    /// Runs it to its end and records signals.
    ///
    /// @throws IOException when the file cannot be written
    public ScenarioResult run(Recording recording, MonotonicClock clock) throws IOException {
        Stage stage = source.stage(scenario);
        List<Signal> all = stage.world().signals();
        List<Signal> signals = recording.signals().isEmpty()
                ? SignalChoice.usual(all, scenario)
                : SignalChoice.named(all, recording.signals());
        try (Writer writer = Files.newBufferedWriter(recording.file())) {
            return run(stage, new Recorder(signals, recording.everySeconds(), new CsvRows(signals, writer)), clock);
        }
    }

    private ScenarioResult run(Stage stage, Recorder recorder, MonotonicClock clock) {
        var run = new ScenarioRun(scenario, stage, recorder);
        long startNanos = clock.nanoTime();
        run.begin();
        while (!run.isOver()) {
            run.step();
        }
        return run.result(clock.nanoTime() - startNanos);
    }

    /// Makes it a process of its own: its timeline in real time, one of its pumps driven by a master on a serial
    /// line.
    ///
    /// @param pump   name of the pump
    /// @param drive  registers of its drive, and what that does in silence
    /// @param line   characters and speed of the line
    /// @param opener opens the line
    public ServedTwin served(String pump, ServedDrive drive, SerialSettings line, LineOpener opener) {
        TwinWorld world = source.world(scenario);
        var server = new DriveServer(drive, line, opener, world.drive(pump), world.kept(pump));
        return new ServedTwin(new ScenarioRun(scenario, world, Recorder.NONE), world, server);
    }
}
