package org.altercor.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.EventRecords;
import org.altercor.safety.journal.JournalReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program that knows the exports alone makes every record again.
class JournalExportTest {
    @TempDir
    Path folder;

    private final List<String> records = new ArrayList<>();

    @BeforeEach
    void startTwice() throws IOException {
        SmallJournal.start(folder, 0);
        SmallJournal.start(folder, 1);
        JournalReader.read(DiskFolder.existing(folder), (boot, record) -> {
            var payload = new byte[record.payload().remaining()];
            record.payload().duplicate().get(payload);
            records.add(String.join(
                    " ",
                    Long.toString(record.sequence()),
                    Long.toString(record.durable()),
                    Integer.toString(record.type()),
                    Long.toString(record.monotonicNanos()),
                    Long.toString(record.wallMillis()),
                    boot.orElseThrow().toString(),
                    HexFormat.of().formatHex(payload)));
        });
        assertThat(records).hasSize(14);
    }

    private String export(String format) {
        var out = new StringWriter();
        var line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        assertThat(line.execute("journal", "export", folder.toString(), "--format", format))
                .isZero();
        return out.toString();
    }

    @Test
    void everyRecordIsMadeAgainFromLinesOfJson() {
        List<String> made = export("jsonl").lines().map(this::madeOfJson).toList();

        assertThat(made).isEqualTo(records);
    }

    @Test
    void everyRecordIsMadeAgainFromATable() {
        List<List<String>> rows = rows(export("csv"));
        List<String> made = rows.stream()
                .skip(1)
                .map(row -> made(named(rows.getFirst(), row)))
                .toList();

        assertThat(made).isEqualTo(records);
    }

    @Test
    void linesOfJsonAreOfPlainLetters() {
        assertThat(export("jsonl").chars()).allMatch(c -> c < 128);
    }

    private String madeOfJson(String line) {
        Map<String, String> cells = new LinkedHashMap<>();
        JsonNode node = new JsonMapper().readTree(line);
        node.properties()
                .forEach(each -> cells.put(each.getKey(), each.getValue().asString("")));
        node.path("event")
                .properties()
                .forEach(each ->
                        cells.put("event_" + each.getKey(), each.getValue().asString()));
        return made(cells);
    }

    private static String made(Map<String, String> cells) {
        byte[] payload = switch (cells.getOrDefault("encoding", "")) {
            case "text" -> cells.getOrDefault("payload", "").getBytes(StandardCharsets.UTF_8);
            case "base64" -> Base64.getDecoder().decode(cells.getOrDefault("payload", ""));
            default -> bytes(EventRecords.encode(event(cells)));
        };
        return String.join(
                " ",
                cells.get("number"),
                cells.get("durable"),
                cells.get("type_code"),
                cells.get("monotonic_nanos"),
                cells.get("wall_millis"),
                cells.get("boot"),
                HexFormat.of().formatHex(payload));
    }

    private static Event event(Map<String, String> cells) {
        return new Event(
                UUID.fromString(cells.getOrDefault("event_boot", "")),
                Long.parseLong(cells.getOrDefault("event_number", "")),
                Long.parseLong(cells.getOrDefault("event_monotonic_nanos", "")),
                Instant.ofEpochSecond(
                        Long.parseLong(cells.getOrDefault("event_seconds", "")),
                        Long.parseLong(cells.getOrDefault("event_nanos", ""))),
                Arrays.stream(EventKind.values())
                        .filter(kind -> kind.word().equals(cells.get("event_kind")))
                        .findFirst()
                        .orElseThrow(),
                cells.getOrDefault("event_subject", ""),
                Double.parseDouble(cells.getOrDefault("event_value", "")),
                cells.getOrDefault("event_text", ""));
    }

    private static byte[] bytes(ByteBuffer of) {
        var bytes = new byte[of.remaining()];
        of.get(bytes);
        return bytes;
    }

    private static Map<String, String> named(List<String> names, List<String> row) {
        assertThat(row).hasSameSizeAs(names);
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            cells.put(names.get(i), row.get(i));
        }
        return cells;
    }

    /// Cells of a table, as RFC 4180 has them.
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        var cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"' && isQuoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (isQuoted || (c != ',' && c != '\n')) {
                cell.append(c);
            } else {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            }
        }
        return rows;
    }
}
