package org.altercor.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.altercor.safety.event.Event;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.frame.Loop;
import org.altercor.safety.journal.CyclesHeader;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.EventRecords;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.RecordType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// A line is clamped on the twin: the operator had lowered its limit, and the flow probe had been off for three
/// seconds.
class JournalBlackBoxTest {
    private static final String SCENARIO = """
            kind = "scenario"
            name = "black-box"
            title = "A clamped line"
            machine = "adult-bypass"
            lasts-s = 22

            [[at]]
            s = 2
            does = "ask-flow"
            pump = "arterial"
            flow-ml-per-min = 4000

            [[at]]
            s = 8
            does = "change-setting"
            setting = "line-pressure-stop.pressure-line"
            value = 310

            [[at]]
            s = 10
            does = "fault"
            device = "flow-arterial"
            fault = "unplugged"

            [[at]]
            s = 13
            does = "fault"
            device = "flow-arterial"
            fault = "none"

            [[at]]
            s = 16
            does = "set"
            part = "arterial-line"
            key = "closed-percent"
            value = 97
            """;

    @TempDir
    static Path folder;

    private static Path journal;
    private static final List<Event> EVENTS = new ArrayList<>();
    private static long alarm;
    private static double alarmSeconds;
    private static Document page;
    private static String words;

    @TempDir
    Path own;

    private record Said(int code, String out, String err) {}

    private static Said altercor(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }

    @BeforeAll
    static void drawTheBlackBoxOfAClampedLine() throws Exception {
        journal = folder.resolve("journal");
        Path scenario = Files.writeString(folder.resolve("clamped.toml"), SCENARIO);
        assertThat(altercor("twin", scenario, "--journal", journal).code()).isZero();
        long[] firstNanos = {Long.MAX_VALUE};
        JournalReader.read(DiskFolder.existing(journal), (_, record) -> {
            if (record.type() == RecordType.EVENT.code()) {
                Event event = EventRecords.decode(record.payload());
                firstNanos[0] = Math.min(firstNanos[0], event.nanos());
                EVENTS.add(event);
                if (event.text().equals("Line pressure too high (pressure-line)")) {
                    alarm = record.sequence();
                    alarmSeconds = (event.nanos() - firstNanos[0]) / 1e9;
                }
            }
        });
        assertThat(alarm).as("number of the alarm").isPositive();
        page = drawn(journal, folder.resolve("alarm.html"), 0);
        words = Files.readString(folder.resolve("alarm.html"));
    }

    private static Document drawn(Path from, Path to, int code) throws Exception {
        Said said = altercor("journal", "black-box", from, "--alarm", alarm, "--out", to);
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(to.toFile());
    }

    private static Stream<Element> elements(Element in, String tag) {
        NodeList found = in.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static Element panel(Document of, String title) {
        return elements(of.getDocumentElement(), "svg")
                .filter(svg -> elements(svg, "title")
                        .anyMatch(its -> its.getTextContent().equals(title)))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> marks(Element panel, String tag, String kind) {
        return elements(panel, tag)
                .filter(each -> each.getAttribute("class").equals(kind))
                .toList();
    }

    private static double number(Element of, String attribute) {
        return Double.parseDouble(of.getAttribute(attribute));
    }

    /// Where a second of the scenario lies in the plot of two minutes.
    private static double x(double scenarioSeconds) {
        return 172 + (scenarioSeconds - alarmSeconds + 60) / 120 * 488;
    }

    @Test
    void thePageNeedsNothingButItself() {
        assertThat(words.length()).isLessThan(300_000);
        assertThat(words).doesNotContain("<script", "src=", "href=", "@import", "url(http", "//fonts");
        assertThat(words.replace("xmlns=\"http://www.w3.org/1999/xhtml\"", "")).doesNotContain("http");
    }

    @Test
    void thePageSaysWhatItIsAboutAndWhatItIsNotFor() {
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
                .isEqualTo("Line pressure too high (pressure-line)");
        assertThat(page.getDocumentElement().getTextContent())
                .contains(
                        "not for use on a person",
                        "record " + alarm,
                        "Line pressure too high (pressure-line), since the moment of this alarm: stops arterial",
                        "adult-bypass",
                        EVENTS.getFirst().boot().toString(),
                        "Yes: everything that was acknowledged is there and unchanged.",
                        "Altercor ");
        assertThat(words).containsPattern("SHA-256 [0-9a-f]{64}");
    }

    @Test
    void theLineOfTheAlarmStandsInTheMiddleOfEveryPanel() {
        List<Element> panels = elements(page.getDocumentElement(), "svg")
                .filter(svg -> svg.getAttribute("class").equals("panel"))
                .filter(svg -> elements(svg, "title")
                        .noneMatch(its -> its.getTextContent().equals("Time")))
                .toList();

        assertThat(panels)
                .hasSizeGreaterThan(8)
                .allSatisfy(panel -> assertThat(marks(panel, "path", "alarm-line"))
                        .extracting(line ->
                                line.getAttribute("d").replaceAll(" .*", "").replaceAll("V.*", ""))
                        .contains("M416.0", "M804.0"));
    }

    @Test
    void aPumpThatTurnedIsDrawnAndOneThatStoodIsNamedOnly() {
        assertThat(marks(panel(page, "Arterial, roller"), "path", "line measured"))
                .isNotEmpty();
        assertThat(elements(page.getDocumentElement(), "title").map(Element::getTextContent))
                .noneMatch(title -> title.startsWith("Sucker"));
        assertThat(words).contains("sucker 1 (stood, asked for nothing)");
    }

    @Test
    void theLimitThatIsDrawnIsTheOneInForce() {
        Element line = panel(page, "Pressure, pressure-line");
        String stop = marks(line, "path", "line stops").getFirst().getAttribute("d");

        assertThat(stop).as("one step down").containsPattern("^M[0-9. ]+h[0-9.]+[lv][^-]*[0-9.]+h[0-9.]+$");
        double step = Double.parseDouble(stop.replaceAll("^M([0-9.]+) .*", "$1"))
                + Double.parseDouble(stop.replaceAll("^M[0-9. ]+h([0-9.]+).*", "$1"));
        assertThat(step).isBetween(x(8) - 2, x(8) + 2);
        assertThat(line.getTextContent()).contains("stops above310", "slows above260", "warns above250");
        assertThat(marks(panel(page, "Level, level"), "path", "line stops")
                        .getFirst()
                        .getAttribute("d"))
                .as("twin: a limit that nobody set is level")
                .doesNotContain("l", "v");
        assertThat(words).contains("<td class=\"n\">310</td><td class=\"n\">350</td><td>mmHg</td><td>changed</td>");
    }

    @Test
    void whatWasNotKnownIsHatchedAndNoLineGoesThroughIt() {
        Element flow = panel(page, "Flow, flow-arterial");
        Element pressure = panel(page, "Pressure, pressure-line");

        assertThat(marks(flow, "rect", "unknown")).anySatisfy(hatched -> {
            assertThat(number(hatched, "x")).isBetween(x(10) - 1, x(10.5) + 1);
            assertThat(number(hatched, "x") + number(hatched, "width")).isBetween(x(13) - 1, x(13.5) + 1);
        });
        assertThat(longLines(flow)).isEqualTo(2);
        assertThat(marks(pressure, "rect", "unknown"))
                .as("twin: that sensor was known")
                .noneMatch(hatched -> number(hatched, "x") > x(2));
        assertThat(longLines(pressure)).isEqualTo(1);
    }

    private static long longLines(Element panel) {
        return Stream.of(marks(panel, "path", "line measured")
                        .getFirst()
                        .getAttribute("d")
                        .split("M"))
                .filter(line -> line.length() > 40)
                .count();
    }

    @Test
    void whatWasNotRecordedIsSaidAndHasNoLine() {
        List<Element> missing = marks(panel(page, "Pressure, pressure-line"), "rect", "missing");

        assertThat(missing)
                .as("before the start, and behind the end, of 22 seconds")
                .hasSize(2);
        assertThat(number(missing.getFirst(), "x")).isEqualTo(172);
        assertThat(number(missing.getFirst(), "x") + number(missing.getFirst(), "width"))
                .isBetween(x(0) - 1, x(0) + 1);
        assertThat(number(missing.getLast(), "x")).isBetween(x(22) - 1, x(22) + 1);
    }

    @Test
    void everyEventStandsInTheTableAndOneRowIsTheAlarms() {
        List<Element> rows = elements(page.getDocumentElement(), "table")
                .findFirst()
                .map(table -> elements(table, "tr").skip(1).toList())
                .orElseThrow();

        assertThat(rows).hasSameSizeAs(EVENTS);
        assertThat(rows)
                .filteredOn(row -> row.getAttribute("class").equals("the-alarm"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.getTextContent()).contains(alarm + "0.000 s", "Line pressure too high"));
        assertThat(EVENTS).as("the scenario tells of its own").anyMatch(event -> event.kind() == EventKind.SETTING);
    }

    /// The same journal, in which the events of a kind happened so much later.
    private Path shifted(EventKind kind, long seconds) throws IOException {
        Path to = own.resolve(kind.word());
        CopiedJournal.copy(journal, to, record -> {
            if (record.type() != RecordType.EVENT.code()) {
                return Optional.of(record);
            }
            Event event = EventRecords.decode(record.payload());
            var later = new Event(
                    event.boot(),
                    event.sequence(),
                    event.nanos() + (event.kind() == kind ? seconds * 1_000_000_000 : 0),
                    event.at(),
                    event.kind(),
                    event.subject(),
                    event.value(),
                    event.text());
            return Optional.of(CopiedJournal.with(record, EventRecords.encode(later)));
        });
        return to;
    }

    @Test
    void anEventOfMoreThanAMinuteAgoIsNotInIt() throws Exception {
        drawn(shifted(EventKind.SETTING, -61), own.resolve("later.html"), 0);

        assertThat(words).contains("<td>setting</td>");
        assertThat(Files.readString(own.resolve("later.html"))).doesNotContain("<td>setting</td>");
    }

    @Test
    void aWindowThatBeginsBetweenTwoCheckpointsIsWholeFromItsFirstCycle() throws Exception {
        Document late = drawn(shifted(EventKind.INTERLOCK, 55), own.resolve("late.html"), 0);

        Element pressure = panel(late, "Pressure, pressure-line");
        assertThat(marks(pressure, "rect", "missing"))
                .as("behind the end only")
                .allSatisfy(gap -> assertThat(number(gap, "x")).isGreaterThan(180));
        assertThat(marks(pressure, "path", "line measured").getFirst().getAttribute("d"))
                .startsWith("M172 ");
        assertThat(longLines(pressure)).isEqualTo(1);
    }

    @Test
    void anAlarmWhoseCycleWasNotRecordedHasNoValuesBesideIt() throws Exception {
        Document late = drawn(shifted(EventKind.INTERLOCK, 55), own.resolve("late.html"), 0);

        Element pressure = panel(late, "Pressure, pressure-line");
        assertThat(late.getDocumentElement().getTextContent())
                .contains("not known: the cycle of the alarm was not recorded")
                .doesNotContain("Pumps at that moment");
        assertThat(marks(pressure, "text", "value end"))
                .allMatch(each -> each.getTextContent().equals("—"));
        assertThat(marks(panel(page, "Pressure, pressure-line"), "text", "value end"))
                .as("twin: of one that was")
                .noneMatch(each -> each.getTextContent().equals("—"));
    }

    @Test
    void cyclesThatAreGoneLeaveAGapAndNoLine() throws Exception {
        Path torn = own.resolve("torn");
        CopiedJournal.copy(journal, torn, record -> {
            boolean isGone = record.type() == RecordType.FRAMES.code()
                    && CyclesHeader.of(record.payload()).loop() == Loop.SUPERVISOR
                    && CyclesHeader.of(record.payload()).first() / 200 == 5;
            return isGone ? Optional.empty() : Optional.of(record);
        });

        Element pressure = panel(drawn(torn, own.resolve("torn.html"), 0), "Pressure, pressure-line");

        assertThat(marks(pressure, "rect", "missing")).anySatisfy(gap -> {
            assertThat(number(gap, "x")).isBetween(x(5) - 1, x(5.1) + 1);
            assertThat(number(gap, "x") + number(gap, "width"))
                    .as("up to the next checkpoint")
                    .isBetween(x(10) - 1, x(10.1) + 1);
        });
        assertThat(longLines(pressure)).isEqualTo(2);
    }

    @Test
    void aJournalOfAnotherVersionIsRefusedWithTheWordsOfReplay() throws IOException {
        Path other = own.resolve("other");
        CopiedJournal.copy(
                journal,
                other,
                record -> Optional.of(
                        record.type() == RecordType.LAYOUT.code()
                                ? CopiedJournal.with(
                                        record, text -> text.replaceFirst("flag controlReadable", "flag heard"))
                                : record));
        Path out = own.resolve("other.html");

        Said said = altercor("journal", "black-box", other, "--alarm", alarm, "--out", out);

        assertThat(said.code()).isEqualTo(Command.FALSE);
        String why = said.err().lines().findFirst().orElseThrow().replaceFirst("cannot be drawn: ", "");
        assertThat(why).contains("another version wrote it", "flag heard");
        assertThat(altercor("replay", other).out()).contains("cannot be replayed: " + why);
        assertThat(own).isDirectoryNotContaining(each -> each.toString().contains("html"));
    }

    @Test
    void aJournalWithoutItsConfigurationOrLayoutIsRefused() throws IOException {
        for (RecordType gone : List.of(RecordType.CONFIGURATION, RecordType.LAYOUT)) {
            Path without = own.resolve("without-" + gone.word());
            CopiedJournal.copy(
                    journal,
                    without,
                    record -> Optional.of(
                            record.type() == gone.code() ? CopiedJournal.as(RecordType.GAP, record) : record));

            Said said = altercor("journal", "black-box", without, "--alarm", alarm, "--out", own.resolve("x.html"));

            assertThat(said.code()).isEqualTo(Command.FALSE);
            assertThat(said.err()).contains("cannot be drawn: ", "is not in what was read");
            assertThat(own.resolve("x.html")).doesNotExist();
        }
    }

    @Test
    void aFileThatIsThereIsLeftAsItIsAndNothingHalfWrittenStays() throws IOException {
        Path there = Files.writeString(own.resolve("there.html"), "mine");

        Said said = altercor("journal", "black-box", journal, "--alarm", alarm, "--out", there);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("there already");
        assertThat(there).hasContent("mine");
        try (Stream<Path> files = Files.list(own)) {
            assertThat(files).containsExactly(there);
        }
    }

    @Test
    void aRecordThatIsNoEventIsNoAlarm() {
        Said said = altercor("journal", "black-box", journal, "--alarm", 1, "--out", own.resolve("x.html"));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--alarm: found '1'", "the number of an event in this journal");
        assertThat(own.resolve("x.html")).doesNotExist();
    }

    @Test
    void aFlawOfTheJournalStandsOnThePage() throws Exception {
        Path spoilt = Files.createDirectory(own.resolve("spoilt"));
        Path segment;
        try (Stream<Path> files = Files.list(journal)) {
            segment = files.sorted().findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(segment);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("arterial.commanded-rpm")] ^= 1; // the first summary
        Files.write(spoilt.resolve(segment.getFileName()), bytes);

        drawn(spoilt, own.resolve("spoilt.html"), Command.FALSE);

        assertThat(Files.readString(own.resolve("spoilt.html")))
                .contains("No: something that was acknowledged is gone or changed.", "Something changed these bytes")
                .doesNotContain("Yes: everything that was acknowledged");
    }

    @Test
    void anExportOfAnAlarmHoldsTheRecordsOfItsMinutesOnly() throws IOException {
        Path older = own.resolve("older");
        CopiedJournal.copy(
                journal,
                older,
                record -> Optional.of(record.sequence() > 40 ? record : CopiedJournal.at(record, -60_000)));
        List<String> whole = altercor("journal", "export", older, "--format", "jsonl")
                .out()
                .lines()
                .toList();
        List<String> around = altercor("journal", "export", older, "--format", "jsonl", "--alarm", alarm)
                .out()
                .lines()
                .toList();
        String part = altercor("journal", "export", older, "--format", "jsonl", "--from", 5, "--to", 7)
                .out();

        assertThat(whole).hasSizeGreaterThan(80);
        assertThat(around).isEqualTo(whole.subList(40, whole.size()));
        assertThat(part.lines().toList()).isEqualTo(whole.subList(4, 7));
    }
}
