package org.altercor.controller.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.altercor.controller.journal.ExportFormat;
import org.altercor.safety.journal.JournalReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `altercor journal export FOLDER`.
@CommandLine.Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write every record for another program, so that it could be made again.")
final class JournalExportCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private final JournalSource source = new JournalSource();

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
        if (file == null) {
            PrintWriter out = spec.commandLine().getOut();
            JournalReport report = write(form, out);
            out.flush();
            return source.told(report);
        }
        return source.told(write(form, file));
    }

    /// Under another name first: what bears the name is whole.
    private JournalReport write(ExportFormat form, Path to) throws IOException {
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            throw refused("--out: found " + to + " there already; allowed: a file that is not there yet.");
        }
        Path part = to.resolveSibling(to.getFileName() + ".part");
        Writer opened = Files.newBufferedWriter(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            JournalReport report;
            try (Writer out = opened) {
                report = write(form, out);
            }
            Files.move(part, to);
            return report;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private JournalReport write(ExportFormat form, Writer out) throws IOException {
        out.write(form.begin());
        return source.read((boot, record) -> {
            try {
                out.write(form.line(boot, record));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private CommandLine.ParameterException refused(String what) {
        return new CommandLine.ParameterException(spec.commandLine(), what);
    }
}
