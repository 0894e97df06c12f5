package org.altercor.controller.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.altercor.controller.blackbox.AlarmRecord;
import org.altercor.controller.journal.RecordBound;
import org.altercor.controller.journal.RecordFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Which part of a journal a command is about.
final class PartOptions {
    @CommandLine.Option(
            names = "--from",
            paramLabel = "TIME|NUMBER",
            description =
                    "From this record, or time of the clock on the wall, on: 117, 2026-05-01, 2026-05-01T12:30:00Z.")
    private @Nullable String from;

    @CommandLine.Option(names = "--to", paramLabel = "TIME|NUMBER", description = "Up to this one, and with it.")
    private @Nullable String to;

    @CommandLine.Option(
            names = "--alarm",
            paramLabel = "NUMBER",
            description = "A minute before and a minute behind this event; 'journal list --type event' has its number.")
    private @Nullable Long alarm;

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    /// Number of the event in whose middle it lies.
    Optional<Long> alarm() {
        return Optional.ofNullable(alarm);
    }

    /// The records of that part.
    ///
    /// @param source where the alarm is looked for
    RecordFilter filter(JournalSource source) throws IOException {
        if (alarm == null) {
            return new RecordFilter(Set.of(), bound("--from", from), bound("--to", to));
        }
        if (from != null || to != null) {
            throw refused("--alarm", Long.toString(alarm), "either --alarm, or --from and --to");
        }
        long wallMillis = source.event(alarm).event().at().toEpochMilli();
        return new RecordFilter(
                Set.of(),
                Optional.of(new RecordBound.At(wallMillis - AlarmRecord.AROUND_MILLIS)),
                Optional.of(new RecordBound.At(wallMillis + AlarmRecord.AROUND_MILLIS)));
    }

    private Optional<RecordBound> bound(String option, @Nullable String word) {
        if (word == null) {
            return Optional.empty();
        }
        Optional<RecordBound> bound = RecordBound.of(word);
        if (bound.isEmpty()) {
            throw refused(option, word, "a record's number, or a time in UTC: 2026-05-01, 2026-05-01T12:30:00Z");
        }
        return bound;
    }

    private CommandLine.ParameterException refused(String option, String found, String allowed) {
        return new CommandLine.ParameterException(
                spec.commandLine(), option + ": found '" + found + "'; allowed: " + allowed + ".");
    }
}
