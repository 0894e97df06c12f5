package org.altercor.controller.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import org.altercor.config.schema.Unit;
import org.altercor.hal.twin.Signal;

/// Results and signals as people read them.
public final class ScenarioText {
    private static final MathContext DIGITS = new MathContext(5);

    private ScenarioText() {}

    /// A result: one line for each expectation that is decided, then what came of all of them.
    public static String of(ScenarioResult result) {
        try (Formatter text = new Formatter(Locale.ROOT)) {
            text.format(
                    "%s: %s (%s s, seed %d)\n",
                    result.name(), result.title(), Unit.number(result.lastsSeconds()), result.seed());
            int width = result.expectations().stream()
                    .mapToInt(verdict -> verdict.signal().length())
                    .max()
                    .orElse(0);
            result.expectations().forEach(verdict -> line(text, verdict, width));
            text.format(
                    "  %d of %d expectations hold; %.0f x real time\n",
                    result.passed(), result.expectations().size(), result.realTimeFactor());
            return text.toString();
        }
    }

    private static void line(Formatter text, Verdict verdict, int width) {
        text.format(
                "  %-6s %8s  %-" + Math.max(1, width) + "s  %s, allowed %s%s\n",
                verdict.passed() ? "ok" : "FAILED",
                Unit.number(verdict.atSeconds()) + " s",
                verdict.signal(),
                found(verdict),
                verdict.allowed(),
                verdict.passed() ? "" : " (line " + verdict.line() + ")");
        if (!verdict.why().isEmpty()) {
            text.format("  %15s  %s\n", "", verdict.why());
        }
    }

    private static String found(Verdict verdict) {
        String value = number(verdict.found()) + (verdict.unit().isEmpty() ? "" : " " + verdict.unit());
        boolean isLater = verdict.decidedAtSeconds() > verdict.atSeconds();
        return isLater ? value + " at " + Unit.number(verdict.decidedAtSeconds()) + " s" : value;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Unit.number(new BigDecimal(value, DIGITS).doubleValue()) : "not known";
    }

    /// The last line over several results.
    public static String total(List<ScenarioResult> results) {
        long passed = results.stream().mapToLong(ScenarioResult::passed).sum();
        long failed = results.stream().mapToLong(ScenarioResult::failed).sum();
        return String.format(
                Locale.ROOT,
                "%d %s, %d expectations: %d hold, %d FAILED\n",
                results.size(),
                results.size() == 1 ? "scenario" : "scenarios",
                passed + failed,
                passed,
                failed);
    }

    /// What signals there are: name, unit, meaning.
    static String signals(List<Signal> signals) {
        int names = signals.stream()
                .mapToInt(signal -> signal.name().length())
                .max()
                .orElse(1);
        int units = signals.stream()
                .mapToInt(signal -> signal.unit().length())
                .max()
                .orElse(1);
        StringBuilder text = new StringBuilder();
        for (Signal signal : signals) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-" + names + "s  %-" + Math.max(1, units) + "s  %s\n",
                    signal.name(),
                    signal.unit(),
                    signal.meaning()));
        }
        return text.toString();
    }
}
