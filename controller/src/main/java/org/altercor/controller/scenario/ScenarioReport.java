package org.altercor.controller.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A [ScenarioResult] as machines read it. What was not known is null.
///
/// @param name           name of the scenario
/// @param seed           of everything random in it
/// @param lastsS         simulated time in seconds
/// @param realTimeFactor simulated seconds in a second; left out where the report is to be the same on every computer
/// @param expectations   what held and what did not
/// @param finalValues    every signal at the end, by name
public record ScenarioReport(
        String name,
        long seed,
        double lastsS,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double realTimeFactor,
        Expectations expectations,
        @JsonProperty("final") Map<String, Value> finalValues) {
    /// What was expected, and what came of it.
    ///
    /// @param passed how many held
    /// @param failed how many did not
    /// @param list   each, in the order of time
    public record Expectations(long passed, long failed, List<Expectation> list) {}

    /// One expectation: see [Verdict].
    public record Expectation(
            double atS,
            int line,
            String signal,
            String unit,
            @Nullable Double found,
            String allowed,
            boolean passed,
            double decidedAtS,
            String why) {}

    /// A signal at the end.
    public record Value(@Nullable Double value, String unit) {}

    /// The report of a result.
    ///
    /// @param withTiming whether to say how fast this computer was; without it the same seed gives the same bytes
    public static ScenarioReport of(ScenarioResult result, boolean withTiming) {
        Map<String, Value> values = new LinkedHashMap<>();
        result.finalValues().forEach(each -> values.put(each.name(), new Value(known(each.value()), each.unit())));
        return new ScenarioReport(
                result.name(),
                result.seed(),
                result.lastsSeconds(),
                withTiming ? (Double) result.realTimeFactor() : null,
                new Expectations(
                        result.passed(),
                        result.failed(),
                        result.expectations().stream()
                                .map(ScenarioReport::expectation)
                                .toList()),
                values);
    }

    private static Expectation expectation(Verdict verdict) {
        return new Expectation(
                verdict.atSeconds(),
                verdict.line(),
                verdict.signal(),
                verdict.unit(),
                known(verdict.found()),
                verdict.allowed(),
                verdict.passed(),
                verdict.decidedAtSeconds(),
                verdict.why());
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
