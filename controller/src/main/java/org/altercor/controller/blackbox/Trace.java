package org.altercor.controller.blackbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// One number over the cycles of the window. NaN is not known. Owner: one thread.
final class Trace {
    private final String name;
    private final Stroke stroke;
    private final ToDoubleFunction<Cycle> source;
    private double[] values = new double[1_024];
    private int count;

    /// How it is drawn: each differs from the others without colour too.
    enum Stroke {
        /// What was measured. Where it is not known, the plot is hatched.
        MEASURED,
        /// Other measured things in the same plot.
        SECOND,
        THIRD,
        FOURTH,
        FIFTH,
        /// What was asked for. There may be nothing asked.
        ASKED,
        /// A limit that stops.
        STOPS,
        /// One that slows down.
        SLOWS,
        /// One that warns.
        WARNS;

        private static final Stroke[] MEASURES = {MEASURED, SECOND, THIRD, FOURTH, FIFTH};

        /// Of one of several measured things.
        static Stroke measure(int index) {
            return MEASURES[index % MEASURES.length];
        }

        /// Its class on the page.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether not knowing it is worth a hatching.
        boolean isMeasure() {
            return switch (this) {
                case MEASURED, SECOND, THIRD, FOURTH, FIFTH -> true;
                case ASKED, STOPS, SLOWS, WARNS -> false;
            };
        }
    }

    /// @param name   for people
    /// @param source takes it out of a cycle; NaN where it is not known
    Trace(String name, Stroke stroke, ToDoubleFunction<Cycle> source) {
        this.name = name;
        this.stroke = stroke;
        this.source = source;
    }

    String name() {
        return name;
    }

    Stroke stroke() {
        return stroke;
    }

    /// Takes the next cycle.
    void take(Cycle cycle) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        double value = source.applyAsDouble(cycle);
        values[count++] = Double.isFinite(value) ? value : Double.NaN;
    }

    /// In a cycle; NaN where it was not known.
    double value(int cycle) {
        return values[cycle];
    }

    /// Whether it was not known.
    boolean isUnknown(int cycle) {
        return Double.isNaN(values[cycle]);
    }

    /// Whether it was ever known.
    boolean isEverKnown() {
        return Arrays.stream(values, 0, count).anyMatch(value -> !Double.isNaN(value));
    }

    double lowest() {
        return Arrays.stream(values, 0, count)
                .filter(value -> !Double.isNaN(value))
                .min()
                .orElse(0);
    }

    double highest() {
        return Arrays.stream(values, 0, count)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(0);
    }
}
