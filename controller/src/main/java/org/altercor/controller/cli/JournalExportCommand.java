package org.altercor.controller.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.altercor.controller.journal.ExportFormat;
import org.altercor.controller.journal.RecordFilter;
import org.altercor.safety.journal.JournalReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `altercor journal export FOLDER`.
@CommandLine.Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write every record, or those of a part, for another program, so that it could be made again.")
final class JournalExportCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private final JournalSource source = new JournalSource();

    @CommandLine.Mixin
    private final PartOptions part = new PartOptions();

    @CommandLine.Option(names = "--format", paramLabel = "csv|jsonl", required = true, description = "csv or jsonl.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private String format;

    @CommandLine.Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to, a file that is not there yet. Default: standard output.")
    private @Nullable Path file;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ExportFormat form = ExportFormat.of(format)
                .orElseThrow(() -> refused("--format: found '" + format + "'; allowed: csv, jsonl."));
        RecordFilter wanted = part.filter(source);
        if (file == null) {
            PrintWriter out = spec.commandLine().getOut();
            JournalReport report = write(form, wanted, out);
            out.flush();
            return source.told(report);
        }
        return source.told(new NewFile(file, spec).write(out -> write(form, wanted, out)));
    }

    private JournalReport write(ExportFormat form, RecordFilter wanted, Writer out) throws IOException {
        out.write(form.begin());
        return source.read((boot, record) -> {
            try {
                if (wanted.takes(record)) {
                    out.write(form.line(boot, record));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private CommandLine.ParameterException refused(String what) {
        return new CommandLine.ParameterException(spec.commandLine(), what);
    }
}
