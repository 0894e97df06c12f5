package org.altercor.bench.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.altercor.bench.ScratchFolder;
import org.altercor.bench.ShippedMachine;
import org.altercor.controller.cli.Command;
import org.altercor.controller.cli.Json;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.rig.UnboundDriverException;
import picocli.CommandLine;

/// `altercor bench journal-faults`: what becomes of a machine, its operator and its journal when the disk breaks.
@CommandLine.Command(
        name = "journal-faults",
        mixinStandardHelpOptions = true,
        description = {
            "Let the arterial pump of a simulated machine turn while the disk under its journal breaks in every way, and "
                    + "say what the operator saw, what was lost, and what the loops felt of it.",
            "Exit code 0 only when nothing was lost."
        })
public final class StorageFaultsCommand implements Command {
    @CommandLine.Option(names = "--seconds", description = "How long each fault lasts (default: ${DEFAULT-VALUE}).")
    private double seconds = 5;

    @CommandLine.Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, UnboundDriverException {
        var machine = ShippedMachine.adult();
        StorageFaultRun.Report report;
        try (var folder = ScratchFolder.make("altercor-faults");
                RealTime realTime = RealTime.obtain()) {
            report = StorageFaultRun.run(
                    machine, folder.path().resolve("journal"), realTime, List.of(StorageFault.values()), seconds);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(report));
        } else {
            print(report, out);
        }
        out.flush();
        return report.isGood() ? TRUE : FALSE;
    }

    private static void print(StorageFaultRun.Report report, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-18s %-52s %9s %9s %7s %8s %7s%n",
                "fault",
                "seen beside JRN",
                "told, ms",
                "back, ms",
                "events",
                "rpm >=",
                "missed");
        for (StorageFaultRun.Outcome each : report.faults()) {
            out.printf(
                    Locale.ROOT,
                    "%-18s %-52s %9s %9d %7d %8.1f %7d%n",
                    each.fault(),
                    each.seen().isEmpty() ? "(nothing: it goes on)" : each.seen(),
                    each.seen().isEmpty() ? "-" : Long.toString(each.toldAfterMs()),
                    each.backAfterMs(),
                    each.events(),
                    each.slowestRpm(),
                    each.missedPeriods());
        }
        out.printf(
                Locale.ROOT,
                "events %d, lost %d, of those acknowledged %d; cycles replayed %d, lost %d; replay %s; journal %s%n",
                report.events(),
                report.eventsLost(),
                report.acknowledgedLost(),
                report.cyclesReplayed(),
                report.cyclesLost(),
                report.replayIdentical() ? "identical" : "NOT identical",
                report.journalWhole() ? "whole" : "NOT whole");
    }
}
