package org.altercor.controller.replay;

import java.util.List;

/// What `altercor replay` found, as machines read it.
///
/// @param schema    name and version of this form
/// @param path      of the journal
/// @param whole     whether everything that the journal acknowledged is there and unchanged
/// @param identical whether every start could be replayed, and every output was the same to the bit
/// @param seconds   that it took
/// @param starts    of the program, in order, of which anything was asked for
public record ReplayReport(
        String schema, String path, boolean whole, boolean identical, double seconds, List<Start> starts) {
    /// Name and version of this form.
    static final String SCHEMA = "altercor-replay/1";

    /// One start of the program.
    ///
    /// @param boot    of it
    /// @param machine name of its machine; empty where that is not known
    /// @param whyNot  why it cannot be replayed; empty when it can
    /// @param loops   both of them; none where it cannot
    public record Start(String boot, String machine, String whyNot, List<LoopReport> loops) {
        boolean isIdentical() {
            return whyNot.isEmpty() && loops.stream().allMatch(LoopReport::identical);
        }
    }

    /// The report of a replay.
    static ReplayReport of(String path, boolean isWhole, double seconds, List<Start> starts) {
        boolean isIdentical = !starts.isEmpty() && starts.stream().allMatch(Start::isIdentical);
        return new ReplayReport(SCHEMA, path, isWhole, isIdentical, seconds, starts);
    }

    /// For people.
    public String text() {
        var text = new StringBuilder(path).append('\n');
        for (Start start : starts) {
            text.append("  start ")
                    .append(start.boot())
                    .append(' ')
                    .append(start.machine())
                    .append('\n');
            if (!start.whyNot().isEmpty()) {
                text.append("    cannot be replayed: ").append(start.whyNot()).append('\n');
            }
            start.loops().forEach(loop -> text.append(loop.text()));
        }
        text.append('\n').append(verdict()).append('\n');
        return text.toString();
    }

    private String verdict() {
        if (starts.isEmpty()) {
            return "NOTHING to replay: no cycles were recorded there.";
        }
        String told = identical
                ? "Identical: every output of every cycle is what was recorded, to the bit."
                : "NOT identical, or not all of it could be replayed.";
        return whole ? told : told + "\nThe journal itself is not whole: see altercor journal verify.";
    }
}
