package org.altercor.controller.blackbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What stands over and under panels: the events with the numbers of their records, and the time.
final class TimeDrawing {
    private static final List<Extent> EXTENTS = List.of(Extent.MINUTES, Extent.SECONDS);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// Width of a digit of a number over a mark, and what stays free behind it.
    private static final double DIGIT = 5.6;

    private static final double FREE = 6;

    private TimeDrawing() {}

    /// Events that lie too close for a number each.
    private record Group(double x, List<WindowEvent> events) {
        /// `140`, or of several `140–149`.
        String label() {
            String first = Long.toString(
                    events.stream().mapToLong(WindowEvent::number).min().orElseThrow());
            String last = Long.toString(
                    events.stream().mapToLong(WindowEvent::number).max().orElseThrow());
            return first.equals(last) ? first : first + "–" + last;
        }

        double width() {
            return label().length() * DIGIT + FREE;
        }

        boolean isBeforeAlarm() {
            return events.getFirst().seconds() < 0;
        }
    }

    /// The lane of events over the panels.
    static String events(Window window) {
        var svg = new MarkupWriter();
        svg.add("<svg class=\"panel\" viewBox=\"0 0 %.0f 44\" role=\"img\">", PanelDrawing.WIDTH);
        svg.add("<title>Events</title>");
        svg.text("name", 12, 22, "Events");
        svg.text("place", 12, 36, "record numbers");
        for (Extent extent : EXTENTS) {
            svg.text("place", extent.left(), 10, extent.title());
            svg.text("flag middle", extent.x(0), 10, "alarm");
            svg.add("<path class=\"alarm-line\" d=\"M%.1f 13V44\"/>", extent.x(0));
            List<Group> groups = groups(window.events(), extent);
            double freeFrom = extent.left() - FREE;
            for (int i = 0; i < groups.size(); i++) {
                Group group = groups.get(i);
                group.events()
                        .forEach(event -> svg.add(
                                "<path class=\"%s\" d=\"M%.1f 32V44\"/>",
                                event.number() == window.alarm().number() ? "alarm-line" : "event",
                                extent.x(event.seconds())));
                double end = i + 1 < groups.size() ? groups.get(i + 1).x() : extent.right() + 2 * FREE;
                if (group.x() + group.width() <= end) {
                    svg.text("tick", group.x() + 2, 28, group.label());
                    freeFrom = group.x() + group.width();
                } else if (group.x() - group.width() >= freeFrom) {
                    svg.text("tick end", group.x() - 2, 28, group.label());
                    freeFrom = group.x();
                }
            }
        }
        svg.text("label", 908, 22, "at the alarm");
        svg.add("</svg>\n");
        return svg.toString();
    }

    /// None holds events before the alarm and others: the alarm is found at its line.
    private static List<Group> groups(List<WindowEvent> events, Extent extent) {
        List<Group> groups = new ArrayList<>();
        for (WindowEvent event : events) {
            if (!extent.contains(event.seconds())) {
                continue;
            }
            double x = extent.x(event.seconds());
            boolean isApart = groups.isEmpty()
                    || groups.getLast().x() + groups.getLast().width() < x
                    || (groups.getLast().isBeforeAlarm() && event.seconds() >= 0);
            if (isApart) {
                groups.add(new Group(x, new ArrayList<>(List.of(event))));
            } else {
                groups.getLast().events().add(event);
            }
        }
        return groups;
    }

    /// The time under the panels.
    static String axis(Window window) {
        var svg = new MarkupWriter();
        svg.add("<svg class=\"panel\" viewBox=\"0 0 %.0f 34\" role=\"img\">", PanelDrawing.WIDTH);
        svg.add("<title>Time</title>");
        svg.text("tick end", Extent.MINUTES.left() - 30, 14, "s from the alarm");
        svg.text("tick end", Extent.MINUTES.left() - 30, 28, "UTC");
        for (Extent extent : EXTENTS) {
            for (double at = extent.fromSeconds(); at <= extent.toSeconds(); at += extent.tickSeconds()) {
                svg.add("<path class=\"event\" d=\"M%.1f 0v4\"/>", extent.x(at));
                String sign = at > 0 ? "+" : "";
                svg.text("tick middle", extent.x(at), 14, sign + Markup.number(at, 0));
                if (at % extent.clockSeconds() == 0) {
                    Instant instant = window.alarm().event().at().plusMillis(Math.round(at * 1e3));
                    svg.text("tick middle", extent.x(at), 28, CLOCK.format(instant));
                }
            }
        }
        svg.add("</svg>\n");
        return svg.toString();
    }
}
