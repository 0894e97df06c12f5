package org.altercor.config.schema;

/// What the numbers of a scenario may be. They bound a simulation and nothing else: none of them reaches a machine.
public enum ScenarioLimit implements Range {
    LENGTH(0.1, 86_400, Unit.S, "a day of simulated time"),
    TIME(0, 86_400, Unit.S, "a day of simulated time"),
    SEED(0, 1_000_000_000, Unit.NONE, "any whole number would do"),
    SPEED(-10_000, 10_000, Unit.RPM, "faster than any head turns, either way"),
    VALUE(-1_000_000, 1_000_000, Unit.NONE, "the key has a range of its own besides"),
    VOLUME(-10_000, 10_000, Unit.ML, "more than anybody is given or loses at once"),
    HAEMATOCRIT(0, 70, Unit.PERCENT, "from clear fluid to packed cells"),
    SIGNAL(-1_000_000, 1_000_000, Unit.NONE, "a signal has a unit of its own");

    private final double min;
    private final double max;
    private final Unit unit;
    private final String why;

    ScenarioLimit(double min, double max, Unit unit, String why) {
        this.min = min;
        this.max = max;
        this.unit = unit;
        this.why = why;
    }

    @Override
    public double min() {
        return min;
    }

    @Override
    public double max() {
        return max;
    }

    @Override
    public Unit unit() {
        return unit;
    }

    @Override
    public String why() {
        return why;
    }

    @Override
    public String source() {
        return "(J)";
    }
}
