package org.altercor.controller.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/// `altercor table NAME`: prints one of the tables that are in code, as Markdown.
@CommandLine.Command(
        name = "table",
        mixinStandardHelpOptions = true,
        description = "Print a table from the code that uses it, as Markdown.")
public final class TableCommand implements Command {
    @CommandLine.Parameters(
            paramLabel = "NAME",
            completionCandidates = Words.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private String name;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        Table table = Arrays.stream(Table.values())
                .filter(each -> each.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(),
                        "There is no table '" + name + "'; there are "
                                + Words.all().stream().collect(Collectors.joining(", ")) + "."));
        PrintWriter out = spec.commandLine().getOut();
        out.print(table.markdown());
        out.flush();
        return TRUE;
    }

    /// The words of all tables, for help and completion.
    static final class Words implements Iterable<String> {
        static List<String> all() {
            return Arrays.stream(Table.values()).map(Table::word).toList();
        }

        @Override
        public Iterator<String> iterator() {
            return all().iterator();
        }
    }
}
