package org.altercor.controller.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.altercor.controller.journal.RecordFilter;
import org.altercor.controller.journal.RecordTable;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.journal.EventRecords;
import org.altercor.safety.journal.JournalRecord;
import org.altercor.safety.journal.JournalReport;
import org.altercor.safety.journal.RecordType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `altercor journal list FOLDER`.
@CommandLine.Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Show records as a table, oldest first. Times are UTC.")
final class JournalListCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private final JournalSource source = new JournalSource();

    @CommandLine.Option(names = "--type", paramLabel = "WORD", description = "Only records of this type; repeatable.")
    private Set<String> types = new HashSet<>();

    @CommandLine.Mixin
    private final PartOptions part = new PartOptions();

    @CommandLine.Option(names = "--alarms", description = "Only what became of interlocks: the alarm log.")
    private boolean alarms;

    @CommandLine.Option(names = "--last", paramLabel = "N", description = "Only the last N of them.")
    private @Nullable Integer last;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var filter = part.filter(source).of(types());
        int kept = last == null ? 0 : last;
        if (last != null && kept < 1) {
            throw refused("--last", Integer.toString(kept), "1 or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        JournalReport report = kept == 0 ? stream(filter, out) : newest(filter, kept, out);
        out.flush();
        return source.told(report);
    }

    private JournalReport stream(RecordFilter filter, PrintWriter out) throws IOException {
        var table = new RecordTable();
        var isBegun = new boolean[1];
        return source.read((boot, record) -> {
            if (filter.takes(record) && (!alarms || isAlarm(record))) {
                out.print(isBegun[0] ? "" : RecordTable.header());
                isBegun[0] = true;
                out.print(table.row(boot, record));
            }
        });
    }

    /// Keeps rows, not records: a record would keep the whole segment it lies in.
    private JournalReport newest(RecordFilter filter, int kept, PrintWriter out) throws IOException {
        Deque<RecordTable.Row> rows = new ArrayDeque<>();
        JournalReport report = source.read((boot, record) -> {
            if (filter.takes(record) && (!alarms || isAlarm(record))) {
                if (rows.size() == kept) {
                    rows.removeFirst();
                }
                rows.addLast(RecordTable.Row.of(boot, record));
            }
        });
        out.print(rows.isEmpty() ? "" : RecordTable.header());
        var table = new RecordTable();
        rows.forEach(row -> out.print(table.under(row)));
        return report;
    }

    private static boolean isAlarm(JournalRecord record) {
        try {
            return record.type() == RecordType.EVENT.code()
                    && EventRecords.decode(record.payload().duplicate()).kind() == EventKind.INTERLOCK;
        } catch (IllegalArgumentException e) {
            return false; // the table without --alarms shows it
        }
    }

    private Set<String> types() {
        for (String type : types) {
            boolean isOwn = RecordType.OWN.stream().anyMatch(own -> own.word().equals(type));
            if (!isOwn && !type.matches("type-[0-9]{1,3}")) {
                throw refused(
                        "--type",
                        type,
                        RecordType.OWN.stream().map(RecordType::word).collect(Collectors.joining(", "))
                                + ", and type-64 to type-127");
            }
        }
        return types;
    }

    private CommandLine.ParameterException refused(String option, String found, String allowed) {
        return new CommandLine.ParameterException(
                spec.commandLine(), option + ": found '" + found + "'; allowed: " + allowed + ".");
    }
}
