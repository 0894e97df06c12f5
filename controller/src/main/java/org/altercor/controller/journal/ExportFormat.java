package org.altercor.controller.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.altercor.safety.journal.JournalRecord;

/// Forms in which a journal is given to other programs: each holds every record, so that it can be made again.
public enum ExportFormat {
    /// A table with a row of names.
    CSV,
    /// A JSON object on each line.
    JSONL;

    private static final List<String> COLUMNS = List.of(
            "number,durable,type,type_code,durability,monotonic_nanos,wall_millis,boot,encoding,payload,event_boot,"
                    .concat("event_number,event_monotonic_nanos,event_seconds,event_nanos,event_kind,event_subject,")
                    .concat("event_value,event_text")
                    .split(","));

    /// The format of a word; empty when there is none.
    public static Optional<ExportFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /// The word on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What stands before the first record.
    public String begin() {
        return switch (this) {
            case CSV -> String.join(",", COLUMNS) + "\n";
            case JSONL -> "";
        };
    }

    /// A record, its end of line included.
    public String line(Optional<UUID> boot, JournalRecord record) {
        ExportedRecord exported = ExportedRecord.of(boot, record);
        return switch (this) {
            case CSV -> cells(exported).stream().map(ExportFormat::quoted).collect(Collectors.joining(",")) + "\n";
            case JSONL -> exported.json() + "\n";
        };
    }

    private static List<String> cells(ExportedRecord of) {
        List<Object> cells = new ArrayList<>(List.of(
                of.number(),
                of.durable(),
                of.type(),
                of.typeCode(),
                of.durability(),
                of.monotonicNanos(),
                of.wallMillis(),
                of.boot() == null ? "" : of.boot(),
                of.encoding(),
                of.payload() == null ? "" : of.payload()));
        var event = of.event();
        if (event != null) {
            cells.addAll(List.of(
                    event.boot(),
                    event.number(),
                    event.monotonicNanos(),
                    event.seconds(),
                    event.nanos(),
                    event.kind(),
                    event.subject(),
                    event.value(),
                    event.text()));
        }
        while (cells.size() < COLUMNS.size()) {
            cells.add("");
        }
        return cells.stream().map(String::valueOf).toList();
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().allMatch(c -> c > ' ' && c != ',' && c != '"');
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
