package org.altercor.config.rig;

import java.time.Duration;

/// What a drive does when its master falls silent.
public sealed interface Silence {
    /// It goes on as it was told last (D0).
    record Nothing() implements Silence {}

    /// It does one fixed thing after a time (D1).
    record Fixed(Action action, Duration after) implements Silence {}

    /// It carries a lease with a counter, and after the time does what its role asks for (D2).
    record Lease(Duration after) implements Silence {}

    /// The fixed things drives do.
    enum Action {
        /// Keep the last speed.
        HOLD,
        /// Brake to standstill.
        STOP,
        /// Take the torque away and let the shaft run out.
        COAST
    }

    /// In words, for reports.
    default String text() {
        return switch (this) {
            case Nothing _ -> "goes on as told last";
            case Fixed(var action, var after) ->
                switch (action) {
                    case HOLD -> "holds its speed after " + after.toMillis() + " ms";
                    case STOP -> "brakes to standstill after " + after.toMillis() + " ms";
                    case COAST -> "coasts after " + after.toMillis() + " ms";
                };
            case Lease(var after) -> "does what its role asks for, by its lease, after " + after.toMillis() + " ms";
        };
    }
}
