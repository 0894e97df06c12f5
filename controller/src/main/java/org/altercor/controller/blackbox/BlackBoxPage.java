package org.altercor.controller.blackbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.altercor.controller.blackbox.Moment.Standing;
import org.altercor.controller.journal.Words;
import org.altercor.safety.event.EventKind;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.journal.FlawWords;
import org.altercor.safety.journal.JournalReport;

/// The page of a window: well-formed as XML too, with everything in it that it needs.
public final class BlackBoxPage {
    private static final String STYLE = "/altercor-blackbox/page.css";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Window window;
    private final JournalReport journal;
    private final MarkupWriter page = new MarkupWriter();

    private BlackBoxPage(Window window, JournalReport journal) {
        this.window = window;
        this.journal = journal;
    }

    /// The page of what was read.
    ///
    /// @param reading to its end, of which nothing says why it has no window
    /// @param path    of the journal, as it was typed
    /// @param journal what was found while it was read
    /// @param program name and version of the program that reads
    public static String of(WindowReading reading, String path, JournalReport journal, String program) {
        return new BlackBoxPage(reading.window(), journal).write(path, program);
    }

    private String write(String path, String program) {
        String title = window.alarm().event().text();
        page.add("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n");
        page.add("<meta charset=\"utf-8\"/>\n<title>Black box: %s</title>\n", Markup.text(title));
        page.add("<style>%s</style>\n</head>\n<body>\n", style());
        page.add(PATTERNS);
        writeHead(path, program);
        writeDrawings();
        writeEvents();
        window.moment().ifPresent(this::writeMoment);
        writeFoot(path, program);
        page.add("</body>\n</html>\n");
        return page.toString();
    }

    private static final String PATTERNS = """
            <svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
            <pattern id="hatched" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
            <rect width="5" height="5" fill="#fff"/><rect width="1.3" height="5" fill="#6b747c"/></pattern>
            <pattern id="dotted" width="6" height="6" patternUnits="userSpaceOnUse">\
            <rect width="6" height="6" fill="#f1f3f4"/><circle cx="2" cy="2" r="0.8" fill="#aab2b8"/></pattern>
            </defs></svg>
            """;

    private static String style() {
        try (InputStream in = BlackBoxPage.class.getResourceAsStream(STYLE)) {
            Objects.requireNonNull(in, "the program was packaged without the style of the black box");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeHead(String path, String program) {
        var event = window.alarm().event();
        page.add(
                "<header>\n<p class=\"kind\">Altercor black box <span>the minute on either side of an alarm</span></p>\n");
        page.add(
                "<h1>%s</h1>\n",
                Markup.text(event.text().isEmpty() ? event.kind().word() : event.text()));
        page.add(
                "<p class=\"when\">%s UTC <span>record %d</span></p>\n",
                TIME.format(event.at()), window.alarm().number());
        interlock()
                .ifPresent(instance -> page.add(
                        "<p class=\"act\"><b>Look at</b> %s <b>Do</b> %s</p>\n",
                        Markup.text(instance.interlock().look()),
                        Markup.text(instance.interlock().act())));
        page.add(
                "<p class=\"bench\">Bench, training and research use only. This machine is not for use on a person.</p>\n");
        page.add("<dl>\n");
        fact("First cause", firstCause());
        fact(
                "Machine",
                window.machine().name() + " (" + window.machine().title() + "), profile "
                        + window.machine().profile().name());
        fact("Program start", event.boot() + ", event " + event.sequence() + " of it");
        code("Configuration", "SHA-256 " + window.sha256());
        code(
                "Journal",
                path + ": " + journal.records() + " records, " + journal.firstSequence() + " to "
                        + journal.lastSequence() + ", last link " + journal.lastChain());
        page.add("<dt>Is it whole</dt><dd>%s</dd>\n", whole());
        window.notes().forEach(note -> fact("Not read", note));
        fact("Read by", program);
        page.add("</dl>\n</header>\n");
    }

    private Optional<InterlockInstance> interlock() {
        if (window.alarm().event().kind() != EventKind.INTERLOCK) {
            return Optional.empty();
        }
        return InterlockInstance.of(window.machine(), window.layout()).stream()
                .filter(each -> each.alarmCode().equals(window.alarm().event().subject()))
                .findFirst();
    }

    private String firstCause() {
        return window.moment()
                .map(moment -> moment.causes().isEmpty()
                        ? "no interlock stopped or held back a pump at that moment"
                        : String.join("; ", moment.causes()))
                .orElse("not known: the cycle of the alarm was not recorded");
    }

    private String whole() {
        String verdict = journal.isWhole()
                ? "Yes: everything that was acknowledged is there and unchanged."
                : "<strong>No: something that was acknowledged is gone or changed.</strong>";
        String before = journal.firstSequence() > 1
                ? " What came before record " + journal.firstSequence() + " was not read."
                : "";
        return verdict
                + before
                + journal.flaws().stream()
                        .map(flaw ->
                                "<br/>" + Markup.text(FlawWords.of(flaw)) + ". " + Markup.text(Words.meaning(flaw)))
                        .collect(Collectors.joining());
    }

    private void writeDrawings() {
        page.add("<section class=\"lane\">\n%s</section>\n", TimeDrawing.events(window));
        List<String> idle = new ArrayList<>();
        for (Section section : window.sections()) {
            idle.addAll(section.idle());
            if (!section.worth().isEmpty()) {
                page.add("<section class=\"drawn\">\n<h2>%s</h2>\n", Markup.text(section.title()));
                section.worth().forEach(panel -> page.add("%s", PanelDrawing.of(window, panel)));
                page.add("%s</section>\n", TimeDrawing.axis(window));
            }
        }
        if (!idle.isEmpty()) {
            page.add(
                    "<p class=\"note\">Not drawn, since nothing changed there: %s.</p>\n",
                    Markup.text(String.join(", ", idle)));
        }
        page.add("%s", KEY);
    }

    private static final String KEY = """
            <p class="note">Values are those the supervisor saw and decided by, in each of its cycles. Of each column of a
            plot the lowest and the highest are drawn: a spike of one cycle is as high as it was.
            <svg class="key" viewBox="0 0 22 10"><rect class="unknown" width="22" height="10"/></svg> not known to the
            supervisor: lost, spoilt or too old.
            <svg class="key" viewBox="0 0 22 10"><rect class="missing" width="22" height="10"/></svg> no cycle was
            recorded.</p>
            """;

    private void writeEvents() {
        page.add(
                "<section>\n<h2>Events</h2>\n<table>\n<thead><tr><th class=\"n\">Record</th><th class=\"n\">From the alarm</th>"
                        + "<th>UTC</th><th>Kind</th><th>Subject</th><th>What</th></tr></thead>\n<tbody>\n");
        for (WindowEvent each : window.events()) {
            boolean isAlarm = each.number() == window.alarm().number();
            page.add(
                    "<tr%s><td class=\"n\">%d</td><td class=\"n\">%s</td><td class=\"t\">%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
                    isAlarm ? " class=\"the-alarm\"" : "",
                    each.number(),
                    (each.isOfThisStart() ? "" : "≈ ") + Markup.seconds(each.seconds()),
                    CLOCK.format(each.event().at()),
                    each.event().kind().word(),
                    Markup.text(each.event().subject()),
                    Markup.text(each.event().text()) + (each.isOfThisStart() ? "" : " (of another start)"));
        }
        page.add(
                "</tbody>\n</table>\n<p class=\"note\">From the alarm: by the clock of the loops, when it happened. UTC: when it "
                        + "was written up. ≈: another start of the program, by the clock on the wall.</p>\n</section>\n");
    }

    private void writeMoment(Moment moment) {
        page.add("<section>\n<h2>Alarms that stood at that moment</h2>\n");
        table(
                List.of("Priority", "What", "State", "#Since", "Seen", "Look at", "Do"),
                moment.alarms().stream().map(BlackBoxPage::cells).toList(),
                "None.");
        page.add("</section>\n<section>\n<h2>Pumps at that moment</h2>\n");
        table(
                List.of(
                        "Pump",
                        "Mode",
                        "#Commanded rpm",
                        "#Measured rpm",
                        "#Highest allowed rpm",
                        "Held back by",
                        "Stop",
                        "Cause",
                        "May start",
                        "May be raised"),
                moment.pumps().stream()
                        .map(pump -> List.of(
                                pump.pump(),
                                pump.mode(),
                                Markup.number(pump.commandedRpm(), 1),
                                Markup.number(pump.measuredRpm(), 1),
                                Markup.number(pump.ceilingRpm(), 1),
                                pump.limiter(),
                                pump.stop(),
                                pump.cause(),
                                pump.mayStart() ? "yes" : "no",
                                pump.mayIncrease() ? "yes" : "no"))
                        .toList(),
                "None.");
        page.add("</section>\n<section class=\"beside\">\n<div>\n<h2>Settings in force at that moment</h2>\n");
        table(
                List.of("Setting", "Sensor", "#In force", "#Before anybody set it", "Unit", "Set", "Last order"),
                moment.settings().stream()
                        .map(setting -> List.of(
                                setting.what(),
                                setting.sensor(),
                                exact(setting.value()),
                                exact(setting.initial()),
                                setting.unit(),
                                setting.isChanged() ? "changed" : "",
                                setting.lastOrder()))
                        .toList(),
                "None.");
        page.add("</div>\n<div>\n<h2>Limits of the profile</h2>\n");
        table(
                List.of("Limit", "#Value", "Unit"),
                moment.limits().stream()
                        .map(limit -> List.of(limit.what(), exact(limit.value()), limit.unit()))
                        .toList(),
                "None.");
        page.add("</div>\n</section>\n");
    }

    private static List<String> cells(Standing alarm) {
        return List.of(
                alarm.priority().name().toLowerCase(Locale.ROOT),
                alarm.what(),
                alarm.state(),
                Markup.seconds(alarm.seconds()),
                alarm.isSeen() ? "yes" : "no",
                alarm.instance().interlock().look(),
                alarm.instance().interlock().act());
    }

    private static String exact(double value) {
        return Markup.number(value, value == Math.rint(value) ? 0 : 3);
    }

    /// A table; columns whose name begins with `#` hold numbers.
    private void table(List<String> columns, List<List<String>> rows, String none) {
        if (rows.isEmpty()) {
            page.add("<p>%s</p>\n", Markup.text(none));
            return;
        }
        page.add("<table>\n<thead><tr>");
        columns.forEach(column -> page.add("<th%s>%s</th>", ofColumn(column), Markup.text(column.replace("#", ""))));
        page.add("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            page.add("<tr>");
            for (int i = 0; i < columns.size(); i++) {
                page.add("<td%s>%s</td>", ofColumn(columns.get(i)), Markup.text(row.get(i)));
            }
            page.add("</tr>\n");
        }
        page.add("</tbody>\n</table>\n");
    }

    private static String ofColumn(String column) {
        return column.startsWith("#") ? " class=\"n\"" : "";
    }

    private void writeFoot(String path, String program) {
        page.add(
                "<footer>%s, record %d. Drawn by %s. Bench, training and research use only: not for use on a person.</footer>\n",
                Markup.text(path), window.alarm().number(), Markup.text(program));
    }

    private void fact(String name, String value) {
        page.add("<dt>%s</dt><dd>%s</dd>\n", name, Markup.text(value));
    }

    private void code(String name, String value) {
        page.add("<dt>%s</dt><dd class=\"code\">%s</dd>\n", name, Markup.text(value));
    }
}
