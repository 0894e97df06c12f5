package org.altercor.safety.supervise;

/// A number above its limit.
final class AboveCondition extends Condition {
    private final Sensed sensed;
    private final double limit;

    /// @param limit in the canonical unit of the number
    AboveCondition(Sensed sensed, double limit) {
        this.sensed = sensed;
        this.limit = limit;
    }

    @Override
    Finding judge(SupervisorInputs inputs) {
        double value = sensed.known(inputs);
        if (Double.isNaN(value)) {
            return Finding.UNKNOWN;
        }
        evidence(sensed.sampledAtNanos(inputs));
        return value > limit ? Finding.PRESENT : Finding.CLEAR;
    }
}
