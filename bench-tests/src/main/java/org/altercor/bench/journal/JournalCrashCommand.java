package org.altercor.bench.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.altercor.bench.ScratchFolder;
import org.altercor.controller.cli.Command;
import org.altercor.controller.cli.Json;
import picocli.CommandLine;

/// `altercor bench journal-crash`: whether the journal keeps what it acknowledged, whatever a power cut leaves.
@CommandLine.Command(
        name = "journal-crash",
        mixinStandardHelpOptions = true,
        description = {
            "Cut the power at every call of a seeded journal writer, recover from each state that a disk may be left in, "
                    + "and go on writing; flip every bit of a small journal; kill writers on real files.",
            "Exit code 1 when an acknowledged record is lost, or anything is not said as it is."
        })
public final class JournalCrashCommand implements Command {
    private static final int MOST_SUBSETS = 1 << 12;

    @CommandLine.Option(
            names = "--states",
            description = "States of a disk to recover from (default: ${DEFAULT-VALUE}).")
    private long states = 100_000;

    @CommandLine.Option(names = "--seed", description = "Seed of everything (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @CommandLine.Option(
            names = "--kills",
            description = "Writers to kill on real files, in a temporary folder (default: ${DEFAULT-VALUE}).")
    private int kills;

    @CommandLine.Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    /// The whole report.
    record Report(
            long seed,
            long states,
            long runs,
            long acknowledgedRecordsLost,
            double statesPerSecond,
            int bitFlips,
            int bitFlipsNamedDamage,
            int bitFlipsNamedTornTail,
            int kills,
            long killAcknowledged,
            long killLost,
            List<String> wrong) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Report report = measure();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(report));
        } else {
            print(report, out);
        }
        out.flush();
        return report.wrong().isEmpty() ? TRUE : FALSE;
    }

    private Report measure() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        CrashSearch.Found search = CrashSearch.search(seed, states, MOST_SUBSETS);
        double seconds = (System.nanoTime() - begun) / 1e9;
        BitFlips.Found flips = BitFlips.flip();
        KillLoop.Found killed = kill();
        List<String> wrong = new ArrayList<>(search.wrong());
        wrong.addAll(flips.wrong());
        wrong.addAll(killed.wrong());
        return new Report(
                seed,
                search.states(),
                search.runs(),
                search.lost(),
                search.states() / seconds,
                flips.flips(),
                flips.damage(),
                flips.tornTails(),
                killed.kills(),
                killed.acknowledged(),
                killed.lost(),
                wrong);
    }

    private KillLoop.Found kill() throws IOException, InterruptedException {
        try (var folder = ScratchFolder.make("altercor-kills")) {
            return new KillLoop(folder.path().resolve("journal"), seed).kill(kills, Long.MAX_VALUE);
        }
    }

    private static void print(Report report, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "crash states: %d, of %d runs, seed %d, %.0f a second%n",
                report.states(),
                report.runs(),
                report.seed(),
                report.statesPerSecond());
        out.printf(Locale.ROOT, "acknowledged records lost: %d%n", report.acknowledgedRecordsLost());
        out.printf(
                Locale.ROOT,
                "bits flipped: %d, %d named as damage, %d as a torn tail or a copy that is not needed%n",
                report.bitFlips(),
                report.bitFlipsNamedDamage(),
                report.bitFlipsNamedTornTail());
        out.printf(
                Locale.ROOT,
                "writers killed: %d, having acknowledged %d records, lost %d%n",
                report.kills(),
                report.killAcknowledged(),
                report.killLost());
        report.wrong().forEach(what -> out.println("WRONG: " + what));
    }
}
