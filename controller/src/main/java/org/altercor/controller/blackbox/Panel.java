package org.altercor.controller.blackbox;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.altercor.config.PumpRole;

/// One plot, and the bands under it, in one time.
///
/// @param title      what it is about
/// @param place      a few words more
/// @param role       whose colour its edge has; none for what belongs to no pump
/// @param scale      unit of its numbers
/// @param lines      numbers; none for bands alone
/// @param limits     in force, drawn thinner
/// @param states     bands
/// @param isWorth    whether it is worth drawing, when the window is full
record Panel(
        String title,
        String place,
        Optional<PumpRole> role,
        Scale scale,
        List<Trace> lines,
        List<Trace> limits,
        List<StateTrace> states,
        BooleanSupplier isWorth) {
    /// How numbers are shown.
    ///
    /// @param unit     for people
    /// @param factor   from the canonical unit to that one
    /// @param decimals of a value that is read out
    /// @param least    smallest range of the axis, in that unit: noise is not to fill the plot
    /// @param hasZero  whether zero stands on the axis
    record Scale(String unit, double factor, int decimals, double least, boolean hasZero) {
        static final Scale NONE = new Scale("", 1, 0, 1, false);
    }

    /// Takes the next cycle.
    void take(Cycle cycle, boolean isBehindGap) {
        traces().forEach(trace -> trace.take(cycle));
        states.forEach(state -> state.take(cycle, isBehindGap));
    }

    /// Lines and limits.
    Stream<Trace> traces() {
        return Stream.concat(lines.stream(), limits.stream());
    }
}
