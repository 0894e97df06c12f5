package org.altercor.controller.cli;

import picocli.CommandLine;

/// `altercor table NAME`: prints one of the tables that are in code, as Markdown.
@CommandLine.Command(
        name = "table",
        mixinStandardHelpOptions = true,
        description = "Print a table as Markdown, from the code that uses it: ${COMPLETION-CANDIDATES}")
public final class TableCommand implements Command {
    @CommandLine.Parameters(paramLabel = "NAME", description = "One of ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Table table;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(table.markdown());
        spec.commandLine().getOut().flush();
        return TRUE;
    }
}
