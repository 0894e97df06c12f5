package org.altercor.controller.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.altercor.safety.journal.JournalRecord;

/// Records as a table for people, made for a terminal of 100 columns: a row each, a heading where another start or
/// another day begins. Keeps nothing but that heading.
public final class RecordTable {
    /// Columns of a terminal that shows it as it is meant.
    static final int COLUMNS = 100;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ROW = "%8s  %-12s  %-13s  %-7s  %6s";
    private static final int WORDS_AT = 8 + 2 + 12 + 2 + 13 + 2 + 7 + 2 + 6 + 2;

    private String heading = "";

    /// The names of the columns.
    public static String header() {
        return String.format(Locale.ROOT, ROW, "number", "time (UTC)", "type", "on disk", "bytes") + "  what\n";
    }

    /// A record, with a heading before it where one is due.
    public String row(Optional<UUID> boot, JournalRecord record) {
        return under(Row.of(boot, record));
    }

    /// A row, with a heading before it where one is due.
    public String under(Row row) {
        boolean isDue = !row.heading().equals(heading);
        heading = row.heading();
        return isDue ? "── " + row.heading() + "\n" + row.line() : row.line();
    }

    /// A record in words, without the segment that it lay in.
    ///
    /// @param heading that it stands under
    /// @param line    of one line or more, the last one ended
    public record Row(String heading, String line) {
        /// The row of a record.
        public static Row of(Optional<UUID> boot, JournalRecord record) {
            Instant at = Instant.ofEpochMilli(record.wallMillis());
            String start = boot.map(its -> "start " + its).orElse("a start whose segment has lost its header");
            var line = new StringBuilder(String.format(
                    Locale.ROOT,
                    ROW,
                    record.sequence(),
                    TIME.format(at),
                    Words.type(record),
                    Words.durability(record.durability()),
                    record.payload().remaining()));
            wrap(words(Content.of(record)), line);
            return new Row(DAY.format(at) + ", " + start, line.append('\n').toString());
        }
    }

    private static String words(Content content) {
        String words = switch (content) {
            case Content.Told(var event) ->
                event.text().isEmpty() ? bare(event.kind().word(), event.subject()) : event.text();
            case Content.Text(String text) -> text;
            case Content.Raw _ -> "";
        };
        String firstLine = words.lines().findFirst().orElse("");
        String shown = firstLine.length() < words.stripTrailing().length() ? firstLine + " …" : firstLine;
        return shown.replaceAll("\\p{Cntrl}", "�"); // what a terminal would obey
    }

    private static String bare(String kind, String subject) {
        return subject.isEmpty() ? kind : kind + ' ' + subject;
    }

    /// Puts words into their column, on as many lines as they need.
    private static void wrap(String words, StringBuilder row) {
        int width = COLUMNS - WORDS_AT;
        String rest = words.strip();
        String before = "  ";
        while (!rest.isEmpty()) {
            int end = rest.length() <= width ? rest.length() : rest.lastIndexOf(' ', width);
            end = end <= 0 ? width : end;
            row.append(before).append(rest, 0, end);
            rest = rest.substring(end).stripLeading();
            before = '\n' + " ".repeat(WORDS_AT);
        }
    }
}
