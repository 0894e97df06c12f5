package org.altercor.controller.scenario;

import java.util.List;

/// What came of one run.
///
/// @param name         name of the scenario
/// @param title        one line for people
/// @param seed         of everything random in it
/// @param lastsSeconds simulated time it takes in all
/// @param steps        steps of the twin that were done
/// @param wallNanos    time the run took on this computer; everything else is the same on every computer
/// @param expectations in the order of time
/// @param finalValues  every signal at the end, in the twin's order
public record ScenarioResult(
        String name,
        String title,
        long seed,
        double lastsSeconds,
        long steps,
        long wallNanos,
        List<Verdict> expectations,
        List<FinalValue> finalValues) {
    /// A signal at the end of a run.
    ///
    /// @param name  name of the signal
    /// @param unit  its unit
    /// @param value its value; NaN when it was not known
    public record FinalValue(String name, String unit, double value) {}

    public ScenarioResult {
        expectations = List.copyOf(expectations);
        finalValues = List.copyOf(finalValues);
    }

    /// Expectations that held.
    public long passed() {
        return expectations.stream().filter(Verdict::passed).count();
    }

    /// Expectations that did not.
    public long failed() {
        return expectations.size() - passed();
    }

    /// How many simulated seconds went by in a second.
    public double realTimeFactor() {
        return Steps.seconds(steps) * 1e9 / Math.max(1, wallNanos);
    }
}
