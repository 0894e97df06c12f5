package org.altercor.safety.interlock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.altercor.config.report.Markdown;

/// The interlock table as people read it: once for engineers, once for whoever stands at the pump.
public final class InterlockTables {
    private static final List<String> BEFORE = List.of("interlock", "when");
    private static final List<String> BEHIND =
            List.of("after, ms", "latches", "firmware, ms", "in all, ms", "hazard", "requirement");

    private InterlockTables() {}

    /// Each interlock, and what it does to each kind of pump: on its hazard, and when that is not known.
    public static String interlocks() {
        List<String> headings = new ArrayList<>(BEFORE);
        Arrays.stream(Duty.values()).map(Duty::words).forEach(headings::add);
        headings.addAll(BEHIND);
        var table = new Markdown(headings.toArray(String[]::new));
        for (Interlock row : Interlock.values()) {
            List<String> cells = new ArrayList<>(List.of(row.id(), row.what()));
            Arrays.stream(Duty.values())
                    .map(row::on)
                    .map(InterlockTables::words)
                    .forEach(cells::add);
            cells.add(Long.toString(row.debounce().toMillis()));
            cells.add(row.latches() ? "yes" : "no");
            cells.add(Integer.toString(row.budget().firmwareMs()));
            cells.add(Integer.toString(row.budget().totalMs()));
            cells.add(row.hazard());
            cells.add(row.requirement());
            table.row(cells.toArray(String[]::new));
        }
        return table.render();
    }

    private static String words(Interlock.Responses responses) {
        if (responses.equals(Interlock.Responses.NONE)) {
            return Response.NONE.words();
        }
        return responses.onHazard().words() + "; unknown: "
                + responses.onUnknown().words();
    }

    /// Each alarm: how urgent it is, and its three lines on the screen.
    public static String alarms() {
        var table = new Markdown("alarm", "priority", "what", "look at", "do", "ends");
        for (Interlock row : Interlock.values()) {
            table.row(
                    row.alarm(),
                    row.priority().name().toLowerCase(Locale.ROOT),
                    row.what(),
                    row.look(),
                    row.act(),
                    row.latches() ? "by reset" : "by itself");
        }
        return table.render();
    }
}
