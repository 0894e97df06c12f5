package org.altercor.controller.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.altercor.controller.blackbox.AlarmRecord;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.FlawWords;
import org.altercor.safety.journal.JournalFolder;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.JournalReport;
import org.altercor.safety.journal.RecordType;
import org.altercor.safety.journal.SegmentFile;
import picocli.CommandLine;

/// The journal that a command reads.
final class JournalSource {
    private static final String ALLOWED =
            "allowed: a journal's folder, or one of its files, altercor-NNNNNNNN.journal with eight digits.";

    @CommandLine.Parameters(
            paramLabel = "FOLDER",
            description = "A journal's folder, or one of its files: then only that is read.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Path path;

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    /// As it was typed.
    String name() {
        return path.toString();
    }

    /// Reads everything.
    ///
    /// @throws IOException                    when it cannot be read
    /// @throws CommandLine.ParameterException when it is no journal
    JournalReport read(JournalReader.Visitor visitor) throws IOException {
        JournalReport report = JournalReader.read(open(), visitor);
        if (report.segments() == 0) {
            throw refused("holds no segment that was ever begun");
        }
        return report;
    }

    /// The event of a number.
    ///
    /// @throws IOException                    when the journal cannot be read
    /// @throws CommandLine.ParameterException when it has no event of that number, or one that cannot be read
    AlarmRecord event(long number) throws IOException {
        AlarmRecord[] found = new AlarmRecord[1];
        read((_, record) -> {
            if (record.sequence() == number && record.type() == RecordType.EVENT.code()) {
                found[0] = AlarmRecord.of(record);
            }
        });
        if (found[0] == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--alarm: found '" + number + "'; allowed: the number of an event in this journal.");
        }
        return found[0];
    }

    /// Says on the error stream what is wrong with a journal of which records were shown.
    ///
    /// @return the exit code
    int told(JournalReport report) {
        report.flaws().forEach(flaw -> spec.commandLine().getErr().println(FlawWords.of(flaw)));
        spec.commandLine().getErr().flush();
        return report.isWhole() ? Command.TRUE : Command.FALSE;
    }

    private JournalFolder open() throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return DiskFolder.existing(path);
        }
        if (Files.isSymbolicLink(path)) {
            throw refused("is a link, and links are not followed");
        }
        if (!Files.isRegularFile(path)) {
            throw refused(Files.exists(path) ? "is no folder and no file" : "is not there");
        }
        try {
            return SegmentFile.existing(path);
        } catch (IOException e) {
            throw refused("is a file that has no segment's name");
        }
    }

    private CommandLine.ParameterException refused(String found) {
        return new CommandLine.ParameterException(spec.commandLine(), path + " " + found + "; " + ALLOWED);
    }
}
