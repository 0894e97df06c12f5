package org.altercor.controller.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.altercor.controller.journal.VerifyReport;
import picocli.CommandLine;

/// `altercor journal verify FOLDER`.
@CommandLine.Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Read all of a journal and say everything that is wrong with it, and what that means.",
            "Exit code 0 only when everything that was ever acknowledged is there and unchanged."
        })
final class JournalVerifyCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private final JournalSource source = new JournalSource();

    @CommandLine.Option(names = "--json", description = "As JSON.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        VerifyReport report = VerifyReport.of(source.name(), source.read((_, _) -> {}));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Json.write(report) + System.lineSeparator() : report.text());
        out.flush();
        return report.whole() ? Command.TRUE : Command.FALSE;
    }
}
