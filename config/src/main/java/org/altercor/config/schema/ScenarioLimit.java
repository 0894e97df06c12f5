package org.altercor.config.schema;

/// What the numbers of a scenario may be. They bound a simulation and nothing else: none of them reaches a machine.
public enum ScenarioLimit implements Bounded {
    LENGTH(0.1, 86_400, Unit.S, "a day of simulated time"),
    TIME(0, 86_400, Unit.S, "a day of simulated time"),
    SEED(0, 1_000_000_000, Unit.NONE, "any whole number would do"),
    SPEED(-10_000, 10_000, Unit.RPM, "faster than any head turns, either way"),
    FLOW(-10_000, 20_000, Unit.ML_PER_MIN, "more than any head gives; what a pump may be asked is the loop's affair"),
    RATE(0, 300, Unit.PER_MIN, "faster than any heart; what a pump can do is the loop's affair"),
    SHARE(0, 100, Unit.PERCENT, "a share"),
    RATIO(0, 100, Unit.NONE, "what a pump may be asked is the loop's affair"),
    VALUE(-1_000_000, 1_000_000, Unit.NONE, "the key has a range of its own besides"),
    VOLUME(-10_000, 10_000, Unit.ML, "more than anybody is given or loses at once"),
    HAEMATOCRIT(0, 70, Unit.PERCENT, "from clear fluid to packed cells"),
    SIGNAL(-1_000_000, 1_000_000, Unit.NONE, "a signal has a unit of its own");

    @SuppressWarnings("ImmutableEnumChecker") // a record of what cannot change
    private final Bounds bounds;

    ScenarioLimit(double min, double max, Unit unit, String why) {
        bounds = new Bounds(min, max, unit, why, "(J)");
    }

    @Override
    public Bounds bounds() {
        return bounds;
    }
}
