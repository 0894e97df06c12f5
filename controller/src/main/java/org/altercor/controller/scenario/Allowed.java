package org.altercor.controller.scenario;

import org.altercor.config.scenario.Act.Expect;
import org.altercor.config.schema.Unit;

/// What an expectation allows, in words.
final class Allowed {
    private Allowed() {}

    /// `4900 to 5100 mL/min, mean over 1 s, for 10 s`
    static String text(Expect expect, String unit) {
        StringBuilder text = new StringBuilder(range(expect));
        if (!unit.isEmpty()) {
            text.append(' ').append(unit);
        }
        append(text, ", mean over ", expect.meanSeconds());
        append(text, ", for ", expect.forSeconds());
        append(text, ", within ", expect.withinSeconds());
        return text.toString();
    }

    private static String range(Expect expect) {
        String least =
                expect.atLeast().isPresent() ? Unit.number(expect.atLeast().getAsDouble()) : "";
        String most = expect.atMost().isPresent() ? Unit.number(expect.atMost().getAsDouble()) : "";
        if (most.isEmpty()) {
            return "at least " + least;
        }
        return least.isEmpty() ? "at most " + most : least + " to " + most;
    }

    private static void append(StringBuilder text, String words, double seconds) {
        if (seconds > 0) {
            text.append(words).append(Unit.number(seconds)).append(" s");
        }
    }
}
