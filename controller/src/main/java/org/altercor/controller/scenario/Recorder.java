package org.altercor.controller.scenario;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.altercor.hal.twin.Signal;

/// Looks at some signals at even times and hands each row on. Owner: the run. Allocates nothing after construction;
/// what the rows do with theirs is their own affair.
public final class Recorder {
    /// Where rows go.
    @FunctionalInterface
    public interface Rows {
        /// Takes a row.
        ///
        /// @param timeSeconds simulated time
        /// @param values      one for each signal, NaN where it is not known; overwritten by the next row
        void row(double timeSeconds, double[] values);
    }

    /// Records nothing.
    public static final Recorder NONE = new Recorder(List.of(), 1, (_, _) -> {});

    private final DoubleSupplier[] sources;
    private final double[] values;
    private final long periodSteps;
    private final Rows rows;

    /// @param signals      what to look at
    /// @param everySeconds time between two rows, rounded to whole steps of a millisecond
    /// @param rows         where they go
    public Recorder(List<Signal> signals, double everySeconds, Rows rows) {
        sources = signals.stream().map(Signal::value).toArray(DoubleSupplier[]::new);
        values = new double[sources.length];
        periodSteps = Math.max(1, Math.round(everySeconds * Steps.PER_SECOND));
        this.rows = rows;
    }

    void sample(long step) {
        if (sources.length == 0 || step % periodSteps != 0) {
            return;
        }
        for (int i = 0; i < sources.length; i++) {
            values[i] = sources[i].getAsDouble();
        }
        rows.row(Steps.seconds(step), values);
    }
}
