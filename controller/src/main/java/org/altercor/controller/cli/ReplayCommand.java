package org.altercor.controller.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.altercor.controller.replay.Replay;
import org.altercor.controller.replay.ReplayReport;
import org.altercor.safety.journal.JournalReport;
import picocli.CommandLine;

/// `altercor replay FOLDER`.
@CommandLine.Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Run both loops of a journal again, each on its own recorded frames, and compare every output to the bit.",
            "Exit code 0 only when all are identical. Otherwise the first difference is shown: its time, its field, "
                    + "both values."
        },
        footer = {
            "",
            "Examples:",
            "  altercor replay FOLDER",
            "  altercor replay FOLDER --from 2026-05-01T12:30:00Z --to 2026-05-01T12:40:00Z",
            "  altercor replay FOLDER --alarm 4711     a minute before and a minute behind that record"
        })
public final class ReplayCommand implements Command {
    @CommandLine.Mixin
    private final JournalSource source = new JournalSource();

    @CommandLine.Mixin
    private final PartOptions part = new PartOptions();

    @CommandLine.Option(names = "--json", description = "As JSON.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        long begunNanos = System.nanoTime();
        var replay = new Replay(part.filter(source));
        JournalReport found = source.read(replay);
        ReplayReport report = replay.report(source.name(), found, (System.nanoTime() - begunNanos) / 1e9);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Json.write(report) + System.lineSeparator() : report.text());
        out.flush();
        return report.identical() && report.whole() ? TRUE : FALSE;
    }
}
