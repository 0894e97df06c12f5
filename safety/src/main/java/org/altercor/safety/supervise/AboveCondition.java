package org.altercor.safety.supervise;

import java.util.function.DoubleSupplier;

/// A number above its limit.
final class AboveCondition extends Condition {
    private final Sensed sensed;
    private final DoubleSupplier limit;

    /// @param limit in force, in the canonical unit of the number
    AboveCondition(Sensed sensed, DoubleSupplier limit) {
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
        return value > limit.getAsDouble() ? Finding.PRESENT : Finding.CLEAR;
    }
}
