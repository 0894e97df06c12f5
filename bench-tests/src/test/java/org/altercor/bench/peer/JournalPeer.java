package org.altercor.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.EventRecords;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.JournalRecord;
import org.altercor.safety.journal.JournalReport;
import org.altercor.safety.journal.JournalReport.Flaw;
import org.altercor.safety.journal.RecordType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A reader of journals that shares no code with ours: `read_journal.py`, written from `docs/journal.md`.
final class JournalPeer {
    static final String PYTHON = "/usr/bin/python3";

    private static final Path SCRIPT = Path.of("src/test/python/read_journal.py");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JournalPeer() {}

    /// Has both read a journal, and compares every record and every flaw.
    ///
    /// @return what ours found
    static JournalReport readAlike(Path journal) throws IOException {
        List<JsonNode> ours = new ArrayList<>();
        JournalReport report = JournalReader.read(
                DiskFolder.existing(journal),
                (boot, record) ->
                        ours.add(node(record(boot.map(Object::toString).orElse(null), record))));
        ours.add(node(Map.of(
                "segments", report.segments(),
                "records", report.records(),
                "first", report.firstSequence(),
                "last", report.lastSequence(),
                "chain", report.lastChain(),
                "flaws", report.flaws().stream().map(JournalPeer::flaw).toList())));

        assertThat(theirs(journal, report.isWhole() ? 0 : 1)).isEqualTo(ours);
        return report;
    }

    private static List<JsonNode> theirs(Path journal, int exitCode) throws IOException {
        return said(SCRIPT, journal, exitCode);
    }

    /// What a script says of a journal, an object a line.
    ///
    /// @param exitCode that it must end with
    static List<JsonNode> said(Path script, Path journal, int exitCode) throws IOException {
        Path said = Files.createTempFile("journal-peer", ".jsonl");
        try {
            Process peer = new ProcessBuilder(PYTHON, script.toString(), journal.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            try {
                assertThat(peer.waitFor(1, TimeUnit.MINUTES)).as("it ends").isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                peer.destroyForcibly();
            }
            String lines = Files.readString(said);
            assertThat(peer.exitValue()).as(lines).isEqualTo(exitCode);
            return lines.lines().map(JSON::readTree).toList();
        } finally {
            Files.delete(said);
        }
    }

    private static JsonNode node(Map<String, ?> of) {
        return JSON.readTree(JSON.writeValueAsString(of));
    }

    private static Map<String, Object> record(@org.jspecify.annotations.Nullable String boot, JournalRecord record) {
        var payload = new byte[record.payload().remaining()];
        record.payload().duplicate().get(payload);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", record.sequence());
        fields.put("durable", record.durable());
        fields.put("type_code", record.type());
        fields.put("durability_code", record.durability().code());
        fields.put("monotonic_nanos", record.monotonicNanos());
        fields.put("wall_millis", record.wallMillis());
        fields.put("payload_hex", HexFormat.of().formatHex(payload));
        if (record.type() == RecordType.EVENT.code()) {
            fields.put("event", event(record.payload()));
        } else if (record.type() <= RecordType.LAYOUT.code() && record.type() != RecordType.FRAMES.code()) {
            fields.put("text", new String(payload, StandardCharsets.UTF_8));
        }
        fields.put("boot", boot);
        return fields;
    }

    private static Map<String, Object> event(ByteBuffer payload) {
        var event = EventRecords.decode(payload);
        var at = event.at();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("boot", event.boot().toString());
        fields.put("number", event.sequence());
        fields.put("monotonic_nanos", event.nanos());
        fields.put("seconds", at.getEpochSecond());
        fields.put("nanos", at.getNano());
        fields.put("kind_code", event.kind().code());
        long bits = Long.reverseBytes(Double.doubleToRawLongBits(event.value()));
        fields.put("value_bits", HexFormat.of().toHexDigits(bits));
        fields.put("subject", event.subject());
        fields.put("text", event.text());
        return fields;
    }

    private static Map<String, Object> flaw(Flaw flaw) {
        return switch (flaw) {
            case Flaw.TornTail(var file, var offset, var bytes) ->
                Map.of("kind", "torn-tail", "file", file, "offset", offset, "bytes", bytes);
            case Flaw.Spoilt(var file, var offset, var bytes) ->
                Map.of("kind", "spoilt", "file", file, "offset", offset, "bytes", bytes);
            case Flaw.Missing(var file, var first, var last) ->
                Map.of("kind", "missing", "file", file, "first", first, "last", last);
            case Flaw.ChainBroken(var file, var number) ->
                Map.of("kind", "chain-broken", "file", file, "number", number);
            case Flaw.NoHeader(var file) -> Map.of("kind", "no-header", "file", file);
        };
    }
}
