package org.altercor.controller.blackbox;

import java.util.List;
import java.util.Locale;
import org.altercor.controller.blackbox.CycleTimes.Gap;
import org.altercor.controller.blackbox.StateTrace.Run;
import org.altercor.controller.blackbox.StateTrace.Shade;

/// A panel as SVG: the window, the seconds around the alarm, and what was read in its cycle.
///
/// ```
/// name │ ticks │ −60 s … alarm … +60 s │ −3 s … +3 s │ at the alarm
///      │ bands                        │             │
/// ```
final class PanelDrawing {
    static final double WIDTH = 1_040;
    private static final List<Extent> EXTENTS = List.of(Extent.MINUTES, Extent.SECONDS);
    private static final double PLOT = 84;
    private static final double TOP = 7;
    private static final double BAND = 12;
    private static final double BAND_GAP = 3;
    private static final double PLOT_GAP = 5;
    private static final double VALUES_AT = 908;
    private static final double ROW = 13;

    private static final double LINE = 14;

    /// Letters of a name in one line. Our own judgement: of bold letters of thirteen points.
    private static final int MOST_TITLE = 17;

    /// Narrowest mark that is seen: a state of one cycle is far narrower.
    private static final double LEAST_WIDTH = 1.6;

    /// Width of a letter of a band. Our own judgement: of narrow letters of nine points.
    private static final double LETTER = 4.8;

    private final Window window;
    private final Panel panel;
    private final MarkupWriter svg = new MarkupWriter();
    private final List<StateTrace> states;
    private final double plot;
    private final double height;

    /// Letters beside a plot are so much wider than those in a band.
    private static final double LABEL_SCALE = 1.1;

    private PanelDrawing(Window window, Panel panel) {
        this.window = window;
        this.panel = panel;
        plot = panel.lines().isEmpty()
                ? 0
                : Math.max(PLOT, ROW * (panel.lines().size() + panel.limits().size()) + 4);
        states = panel.states().stream().filter(StateTrace::isWorth).toList();
        height = TOP + plot + states.size() * (BAND + BAND_GAP) + (plot > 0 ? PLOT_GAP : 0) + 3;
    }

    /// Draws a panel.
    static String of(Window window, Panel panel) {
        return new PanelDrawing(window, panel).draw();
    }

    private String draw() {
        svg.add("<svg class=\"panel\" viewBox=\"0 0 %.0f %.1f\" role=\"img\">", WIDTH, height);
        svg.add("<title>%s</title>", Markup.text(name()));
        panel.role()
                .ifPresent(role -> svg.add(
                        "<rect class=\"role %s\" x=\"0\" y=\"%.1f\" width=\"4\" height=\"%.1f\"/>",
                        role.word(), TOP, height - TOP - 3));
        if (plot > 0) {
            drawPlot();
        }
        drawBands();
        for (Extent extent : EXTENTS) {
            drawMissing(extent);
            drawAlarm(extent);
        }
        svg.add("</svg>\n");
        return svg.toString();
    }

    private String name() {
        return panel.place().isEmpty() ? panel.title() : panel.title() + ", " + panel.place();
    }

    private void drawPlot() {
        double y = TOP + 12;
        for (String words : titleLines()) {
            svg.text("name", 12, y, words);
            y += LINE;
        }
        for (String words : List.of(panel.place(), panel.scale().unit())) {
            svg.text("place", 12, y, words);
            y += words.isEmpty() ? 0 : LINE;
        }
        Axis axis = Axis.of(panel, plot);
        for (double tick : axis.ticks()) {
            svg.text(
                    "tick end",
                    Extent.MINUTES.left() - 5,
                    TOP + axis.y(tick) + 3,
                    Markup.number(tick, axis.decimals()));
        }
        for (Extent extent : EXTENTS) {
            drawGrid(extent, axis);
            panel.lines().stream().filter(line -> line.stroke().isMeasure()).forEach(line -> drawUnknown(extent, line));
            panel.limits().forEach(limit -> drawLine(extent, axis, limit));
            panel.lines().forEach(line -> drawLine(extent, axis, line));
            drawEvents(extent);
        }
        drawValues();
    }

    /// A name that would reach the numbers of the axis takes two lines.
    private List<String> titleLines() {
        int cut = panel.title().length() > MOST_TITLE ? panel.title().indexOf(' ') : -1;
        return cut < 0
                ? List.of(panel.title())
                : List.of(panel.title().substring(0, cut), panel.title().substring(cut + 1));
    }

    private void drawGrid(Extent extent, Axis axis) {
        svg.add(
                "<rect class=\"ground\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                extent.left(), TOP, extent.width(), plot);
        var grid = new MarkupWriter();
        for (double tick : axis.ticks()) {
            grid.add("M%.1f %.1fh%.1f", extent.left(), TOP + axis.y(tick), extent.width());
        }
        for (double at = extent.fromSeconds(); at <= extent.toSeconds(); at += extent.tickSeconds()) {
            grid.add("M%.1f %.1fv%.1f", extent.x(at), TOP, plot);
        }
        svg.add("<path class=\"grid\" d=\"%s\"/>", grid);
        if (axis.lowest() < 0 && axis.highest() > 0) {
            svg.add("<path class=\"zero\" d=\"M%.1f %.1fh%.1f\"/>", extent.left(), TOP + axis.y(0), extent.width());
        }
    }

    private void drawLine(Extent extent, Axis axis, Trace trace) {
        String path = Decimation.path(
                trace, window.times(), extent, axis, panel.scale().factor());
        if (!path.isEmpty()) {
            svg.add(
                    "<path class=\"line %s\" transform=\"translate(0 %.1f)\" d=\"%s\"/>",
                    trace.stroke().word(), TOP, path);
        }
    }

    /// Hatches where a measured value is not known, and says which.
    private void drawUnknown(Extent extent, Trace trace) {
        CycleTimes times = window.times();
        for (int i = 0; i < times.count(); i++) {
            if (!trace.isUnknown(i)) {
                continue;
            }
            int first = i;
            while (i + 1 < times.count() && trace.isUnknown(i + 1) && !times.isBehindGap(i + 1)) {
                i++;
            }
            String said = panel.lines().size() > 1 ? trace.name() + " not known" : "not known";
            mark(extent, times.seconds(first), times.endSeconds(i), TOP, plot, "unknown", said);
        }
    }

    private void drawEvents(Extent extent) {
        var ticks = new MarkupWriter();
        window.events().stream()
                .mapToDouble(WindowEvent::seconds)
                .filter(extent::contains)
                .map(seconds -> Math.round(extent.x(seconds) * 2) / 2.0)
                .distinct()
                .forEach(x -> ticks.add("M%.1f %.1fv-5", x, TOP + plot));
        if (!ticks.isEmpty()) {
            svg.add("<path class=\"event\" d=\"%s\"/>", ticks);
        }
    }

    /// What was read in the alarm's cycle, beside a piece of its line.
    private void drawValues() {
        double y = TOP + 10;
        for (Trace trace : panel.traces().toList()) {
            String value = window.moment()
                    .map(moment -> Markup.number(
                            trace.value(moment.index()) * panel.scale().factor(),
                            panel.scale().decimals()))
                    .orElse(Markup.UNKNOWN);
            svg.add(
                    "<path class=\"line %s\" d=\"M%.1f %.1fh16\"/>",
                    trace.stroke().word(), VALUES_AT, y - 3);
            svg.text("label", VALUES_AT + 20, y, trace.name());
            svg.text("value end", WIDTH, y, value);
            y += ROW;
        }
    }

    private void drawBands() {
        double y = TOP + plot + (plot > 0 ? PLOT_GAP : 0);
        for (StateTrace state : states) {
            svg.text("tick end", Extent.MINUTES.left() - 5, y + 9.5, state.name());
            for (Extent extent : EXTENTS) {
                drawRuns(extent, state, y);
            }
            double at = y + 9.5;
            window.moment()
                    .map(moment -> state.at(moment.index()).words())
                    .ifPresent(words ->
                            svg.text("label", VALUES_AT, at, fitting(words, (WIDTH - VALUES_AT) / LABEL_SCALE)));
            y += BAND + BAND_GAP;
        }
    }

    /// The louder a state, the later it is drawn: what lasted one cycle only stays on top.
    private void drawRuns(Extent extent, StateTrace trace, double y) {
        for (Shade shade : List.of(Shade.QUIET, Shade.NOTE, Shade.UNKNOWN, Shade.ALARM)) {
            for (Run run : trace.runs()) {
                if (run.state().shade() == shade) {
                    mark(
                            extent,
                            window.times().seconds(run.first()),
                            window.times().endSeconds(run.last()),
                            y,
                            BAND,
                            shade.name().toLowerCase(Locale.ROOT),
                            run.state().words());
                }
            }
        }
    }

    /// A stretch of time, with words in it where they fit.
    private void mark(
            Extent extent, double fromSeconds, double toSeconds, double y, double height, String kind, String words) {
        if (toSeconds < extent.fromSeconds() || fromSeconds > extent.toSeconds()) {
            return;
        }
        double from = extent.x(Math.max(fromSeconds, extent.fromSeconds()));
        double to = extent.x(Math.min(toSeconds, extent.toSeconds()));
        double width = Math.max(LEAST_WIDTH, to - from);
        svg.add(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                kind, from, y, width, height);
        String said = fitting(words, width);
        if (!said.isEmpty()) {
            svg.text("in " + kind, from + 4, y + Math.min(height - 2.8, height / 2 + 3.2), said);
        }
    }

    /// Words that fit, or of `what: why` the first part; none when neither does.
    private static String fitting(String words, double width) {
        int most = (int) ((width - 6) / LETTER);
        String shorter = words.contains(":") ? words.substring(0, words.indexOf(':')) : "";
        if (words.length() <= most) {
            return words;
        }
        return shorter.length() <= most ? shorter : "";
    }

    private void drawMissing(Extent extent) {
        for (Gap gap : window.times().gaps(extent.fromSeconds(), extent.toSeconds())) {
            mark(extent, gap.fromSeconds(), gap.toSeconds(), TOP, height - TOP - 3, "missing", "not recorded");
        }
    }

    private void drawAlarm(Extent extent) {
        svg.add("<path class=\"alarm-line\" d=\"M%.1f 0V%.1f\"/>", extent.x(0), height);
    }
}
