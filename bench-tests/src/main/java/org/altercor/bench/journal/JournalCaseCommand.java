package org.altercor.bench.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.altercor.bench.ScratchFolder;
import org.altercor.bench.ThisProgram;
import org.altercor.controller.cli.Command;
import org.altercor.controller.cli.Json;
import org.altercor.controller.cli.Main;
import org.altercor.controller.journal.RecordFilter;
import org.altercor.controller.replay.LoopReport;
import org.altercor.controller.replay.Replay;
import org.altercor.controller.replay.ReplayReport;
import org.altercor.controller.scenario.InstalledTwin;
import org.altercor.controller.scenario.LoadedScenario;
import org.altercor.controller.scenario.TwinSource.Found;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.Journal;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.JournalReport;
import org.altercor.safety.journal.JournalWriter;
import org.altercor.safety.journal.RecordType;
import picocli.CommandLine;

/// `altercor bench journal-case`: hours of a simulated case with faults, its journal, and that run again, twice.
@CommandLine.Command(
        name = "journal-case",
        mixinStandardHelpOptions = true,
        description = {
            "Play hours of a simulated case with faults, faster than real time, keep its journal, and replay that here and "
                    + "in a process of its own.",
            "Exit code 0 only when the journal is whole and both replays are identical to the bit."
        })
public final class JournalCaseCommand implements Command {
    @CommandLine.Option(names = "--hours", description = "Simulated hours (default: ${DEFAULT-VALUE}).")
    private double hours = 6;

    @CommandLine.Option(names = "--seed", description = "Seed of the case (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @CommandLine.Option(
            names = "--away",
            paramLabel = "HOURS",
            description = "For so long the disk is away at first, and memory holds what happens "
                    + "(default: ${DEFAULT-VALUE}).")
    private double awayHours;

    @CommandLine.Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    /// What came of it.
    ///
    /// @param caseSeconds        that the case took here
    /// @param replaySeconds      that its replay took
    /// @param otherSeconds       that its replay in another process took, start and all
    /// @param otherIsIdentical   whether that ended with 0
    record Report(
            double hours,
            long seed,
            double caseSeconds,
            long events,
            long records,
            long bytes,
            double bytesPerHour,
            boolean whole,
            long cycles,
            double replaySeconds,
            boolean identical,
            double otherSeconds,
            boolean otherIsIdentical) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Report report;
        try (var folder = ScratchFolder.make("altercor-case")) {
            report = measure(folder.path());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(report));
        } else {
            print(report, out);
        }
        out.flush();
        return report.whole() && report.identical() && report.otherIsIdentical() ? TRUE : FALSE;
    }

    private Report measure(Path folder) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("long-case.toml"), LongCase.of(hours, seed));
        Path journal = folder.resolve("journal");
        long begunNanos = System.nanoTime();
        play(file, journal);
        double caseSeconds = (System.nanoTime() - begunNanos) / 1e9;

        var replay = new Replay(new RecordFilter(Set.of(), Optional.empty(), Optional.empty()));
        long[] events = {0};
        long[] bytes = {0};
        begunNanos = System.nanoTime();
        JournalReport found = JournalReader.read(DiskFolder.existing(journal), (boot, record) -> {
            replay.visit(boot, record);
            events[0] += record.type() == RecordType.EVENT.code() ? 1 : 0;
            bytes[0] += record.payload().remaining();
        });
        ReplayReport replayed = replay.report(journal.toString(), found, 0);
        double replaySeconds = (System.nanoTime() - begunNanos) / 1e9;

        begunNanos = System.nanoTime();
        boolean otherIsIdentical = replayElsewhere(journal);
        return new Report(
                hours,
                seed,
                caseSeconds,
                events[0],
                found.records(),
                bytes[0],
                bytes[0] / hours,
                found.isWhole(),
                replayed.starts().stream()
                        .flatMap(start -> start.loops().stream())
                        .mapToLong(LoopReport::cycles)
                        .sum(),
                replaySeconds,
                replayed.identical(),
                (System.nanoTime() - begunNanos) / 1e9,
                otherIsIdentical);
    }

    private void play(Path file, Path journal) throws IOException {
        var twin = new InstalledTwin(LocalDate.now(ZoneId.systemDefault()));
        switch (twin.read(file.toString())) {
            case Found.Ready(var scenario) ->
                new LoadedScenario(file.toString(), scenario, twin)
                        .run(awayAtFirst(journal), Instant.now(), System::nanoTime);
            case Found.Refused(var refusal) -> throw new IllegalStateException(refusal.render());
        }
    }

    /// A disk that is tried once a second, and is there after so many of them.
    private JournalWriter.Place awayAtFirst(Path journal) {
        JournalWriter.Place disk = Journal.in(journal);
        var tries = new AtomicLong();
        return () -> {
            if (tries.incrementAndGet() <= awayHours * 3_600) {
                throw new IOException("no disk");
            }
            return disk.open();
        };
    }

    private static boolean replayElsewhere(Path journal) throws IOException, InterruptedException {
        List<String> words = ThisProgram.command(
                List.of("-XX:+UseSerialGC", "-Xmx256m"), Main.class, List.of("replay", journal.toString()));
        return new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == TRUE;
    }

    private static void print(Report report, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "case:    %.1f h, seed %d, played in %.0f s; %d events%n"
                        + "journal: %d records, %.1f MB, %.1f MB an hour, %s%n"
                        + "replay:  %d cycles in %.1f s: %s%n"
                        + "replay in another process: %.1f s: %s%n",
                report.hours(),
                report.seed(),
                report.caseSeconds(),
                report.events(),
                report.records(),
                report.bytes() / 1e6,
                report.bytesPerHour() / 1e6,
                report.whole() ? "whole" : "NOT whole",
                report.cycles(),
                report.replaySeconds(),
                report.identical() ? "identical to the bit" : "NOT identical",
                report.otherSeconds(),
                report.otherIsIdentical() ? "identical to the bit" : "NOT identical");
    }
}
