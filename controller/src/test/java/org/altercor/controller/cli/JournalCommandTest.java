package org.altercor.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.altercor.safety.event.EventKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JournalCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private Path journal;

    @BeforeEach
    void startTwice() {
        journal = folder.resolve("journal");
        SmallJournal.start(journal, 0);
        SmallJournal.start(journal, 24);
    }

    private int journal(String word, Object... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        var all = new java.util.ArrayList<>(List.of("journal", word));
        for (Object each : words) {
            all.add(each.toString());
        }
        return line.execute(all.toArray(String[]::new));
    }

    private Path segment(int number) {
        return journal.resolve("altercor-0000000" + number + ".journal");
    }

    /// Changes a byte of somewhere in the text that a segment holds.
    private void spoil(int number, String text) throws IOException {
        byte[] bytes = Files.readAllBytes(segment(number));
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(at).as("'%s' in segment %d", text, number).isPositive();
        bytes[at] ^= 1;
        Files.write(segment(number), bytes);
    }

    @Test
    void aJournalInWhichEverythingIsThereIsWhole() {
        assertThat(journal("verify", journal)).isZero();
        assertThat(out.toString())
                .contains("segments  3\n", "records   14, number 1 to 14\n", "flaws     none\n", "\nWhole:");
    }

    @Test
    void oneThatWasChangedIsNotAndEachFlawSaysWhatItMeans() throws IOException {
        spoil(1, "because");

        assertThat(journal("verify", journal)).isEqualTo(1);
        assertThat(out.toString())
                .contains("altercor-00000001.journal: record 2 is missing", "They were on disk", "NOT whole")
                .doesNotContain("\nWhole:");
    }

    @Test
    void aTailThatWasCutIsToldAndLosesNothing() throws IOException {
        spoil(3, "has chain"); // the closing anchor, of which nobody was told that it is on disk

        assertThat(journal("verify", journal)).isZero();
        assertThat(out.toString()).contains("tail cut at offset", "What a power cut leaves.", "\nWhole:");
    }

    @Test
    void aProgramReadsTheSameOfIt() throws IOException {
        spoil(1, "because");

        assertThat(journal("verify", journal, "--json")).isEqualTo(1);
        JsonNode report = new JsonMapper().readTree(out.toString());
        assertThat(report.path("schema").asString()).isEqualTo("altercor-journal-verify/1");
        assertThat(report.path("whole").asBoolean()).isFalse();
        assertThat(report.path("last_number").asLong()).isEqualTo(14);
        assertThat(report.path("flaws").findValuesAsString("kind")).contains("spoilt", "missing");
    }

    @Test
    void oneSegmentIsReadAloneAndSaysWhatWasNotRead() {
        assertThat(journal("verify", segment(3))).isZero();
        assertThat(out.toString()).contains("number 8 to 14", "What came before record 8 was not read.");
    }

    @Test
    void whatIsNoJournalIsRefusedWithWhatWouldBe() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path other = Files.writeString(folder.resolve("notes.txt"), "");
        Path link = Files.createSymbolicLink(folder.resolve("link"), journal);

        for (String word : List.of("verify", "list")) {
            assertThat(journal(word, folder.resolve("none"))).isEqualTo(2);
            assertThat(err.toString()).contains("none is not there; allowed: a journal's folder, or one of its files");
            assertThat(journal(word, empty)).isEqualTo(2);
            assertThat(err.toString()).contains("holds no segment");
            assertThat(journal(word, other)).isEqualTo(2);
            assertThat(err.toString()).contains("has no segment's name");
            assertThat(journal(word, link)).isEqualTo(2);
            assertThat(err.toString()).contains("is a link");
        }
    }

    @Test
    void aTableFitsATerminalOf100ColumnsAndObeysNoRecord() {
        assertThat(journal("list", journal)).isZero();

        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
        assertThat(out.toString())
                .contains("── 2026-05-01, start 00112233-4455-6677-8899-aabbccddeeff\n")
                .contains("── 2026-05-02, start ")
                .contains("12:30:00.250  configuration  at-once", "red �[31m", "type-64")
                .doesNotContain("\u001b");
        assertThat(out.toString().split("because", -1)).as("all of a long text").hasSize(1 + 2 * 9);
    }

    @Test
    void aTableHoldsWhatWasAskedForAndNothingElse() {
        assertThat(numbers("--type", "event")).containsExactly(2, 4, 9, 11);
        assertThat(numbers("--type", "frames", "--type", "type-64")).containsExactly(3, 5, 10, 12);
        assertThat(numbers("--from", "5", "--to", "7")).containsExactly(5, 6, 7);
        assertThat(numbers("--from", "2026-05-01T12:30:04.250Z", "--to", "7")).containsExactly(5, 6, 7);
        assertThat(numbers("--to", "2026-05-01T12:30:01.250")).containsExactly(1, 2);
        assertThat(numbers("--from", "2026-05-02", "--type", "event")).containsExactly(9, 11);
        assertThat(numbers("--last", "2")).containsExactly(13, 14);
        assertThat(numbers("--type", "event", "--to", "9", "--last", "2")).containsExactly(4, 9);
        assertThat(numbers("--type", "gap")).isEmpty();
    }

    @Test
    void theAlarmLogHoldsWhatBecameOfInterlocksAndNothingElse() {
        assertThat(numbers("--alarms")).as("of a journal without one").isEmpty();

        journal = folder.resolve("alarms");
        SmallJournal.of(journal, EventKind.ACT, EventKind.INTERLOCK, EventKind.STOP, EventKind.INTERLOCK);
        assertThat(numbers("--alarms")).containsExactly(2, 4);
        assertThat(numbers("--alarms", "--last", "1")).containsExactly(4);
    }

    private List<Integer> numbers(String... options) {
        Object[] words = new Object[options.length + 1];
        words[0] = journal;
        System.arraycopy(options, 0, words, 1, options.length);
        assertThat(journal("list", words)).as(err.toString()).isZero();
        return out.toString()
                .lines()
                .filter(line -> line.matches(" *[0-9]+  [0-9:.]{12}  .*"))
                .map(line -> Integer.valueOf(line.strip().split(" ", 2)[0]))
                .toList();
    }

    @Test
    void aWordThatIsNoneIsRefusedWithThoseThatAre() {
        assertThat(journal("list", journal, "--type", "evnt")).isEqualTo(2);
        assertThat(err.toString()).contains("--type: found 'evnt'; allowed: configuration, frames, event,");
        assertThat(journal("list", journal, "--from", "noon")).isEqualTo(2);
        assertThat(err.toString()).contains("--from: found 'noon'; allowed: a record's number, or a time in UTC");
        assertThat(journal("list", journal, "--last", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--last: found '0'; allowed: 1 or more.");
        assertThat(journal("export", journal, "--format", "xml")).isEqualTo(2);
        assertThat(err.toString()).contains("--format: found 'xml'; allowed: csv, jsonl.");
    }

    @Test
    void whatIsShownOfASpoiltJournalSaysThatItIsSpoilt() throws IOException {
        spoil(1, "because");

        assertThat(journal("list", journal)).isEqualTo(1);
        assertThat(err.toString()).contains("record 2 is missing");
        Path file = folder.resolve("spoilt.csv");
        assertThat(journal("export", journal, "--format", "csv", "--out", file)).isEqualTo(1);
        assertThat(err.toString()).contains("record 2 is missing");
        assertThat(file).exists();
    }

    @Test
    void anExportNeverReplacesAFileAndLeavesNothingHalfWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("case.csv"), "mine");

        assertThat(journal("export", journal, "--format", "csv", "--out", file)).isEqualTo(2);
        assertThat(file).hasContent("mine");
        Path other = folder.resolve("other.csv");
        assertThat(journal("export", folder.resolve("none"), "--format", "csv", "--out", other))
                .isEqualTo(2);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(journal, file);
        }
    }
}
