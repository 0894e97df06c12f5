package org.altercor.controller.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import org.altercor.safety.event.Event;

/// The trend of the case so far: one sample a second, so that a screen that is opened late shows the same curves.
///
/// Any thread; waits only for itself.
final class TrendHistory {
    /// Samples kept: six hours, longer than most cases. Our own judgement.
    private static final int CAPACITY = 6 * 3_600;

    private static final int MOST_MARKS = 200;
    private static final long PERIOD_NANOS = 1_000_000_000;

    /// What is drawn, in the order of a sample's values.
    enum Curve {
        FLOW("flow-arterial-line", "L/min"),
        LINE("pressure-arterial-line", "mmHg"),
        MEAN("pressure-patient", "mmHg"),
        SATURATION("saturation-venous-line", "%"),
        ARTERIAL("temperature-arterial-line", "°C"),
        VENOUS("temperature-venous-line", "°C");

        private final String key;
        private final String unit;

        Curve(String key, String unit) {
            this.key = key;
            this.unit = unit;
        }

        /// Key of the patient column's numbers.
        String key() {
            return key;
        }

        String unit() {
            return unit;
        }
    }

    /// One moment.
    ///
    /// @param seconds since the program started
    /// @param values  one for each curve; empty where it was not known: a gap in the curve, and never zero
    record Sample(long seconds, List<OptionalDouble> values) {
        static final Sample NONE = new Sample(-1, List.of());
    }

    /// An event on the time axis.
    record Mark(long seconds, String kind, String text) {}

    /// Everything, for a screen that has just been opened.
    record Whole(List<Sample> samples, List<Mark> marks) {}

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private long startNanos;
    private boolean started;

    /// Takes a sample when it is time for one. A value that is not known stays a gap.
    ///
    /// @return the newest sample
    synchronized Sample take(long nowNanos, List<OptionalDouble> values) {
        if (!started) {
            started = true;
            startNanos = nowNanos;
        }
        long seconds = seconds(nowNanos);
        Sample newest = samples.isEmpty() ? Sample.NONE : samples.getLast();
        if (seconds > newest.seconds()) {
            newest = new Sample(seconds, List.copyOf(values));
            samples.addLast(newest);
            if (samples.size() > CAPACITY) {
                samples.removeFirst();
            }
        }
        return newest;
    }

    /// Marks an event.
    synchronized void mark(Event event) {
        if (started) {
            marks.addLast(new Mark(seconds(event.nanos()), event.kind().word(), event.text()));
            if (marks.size() > MOST_MARKS) {
                marks.removeFirst();
            }
        }
    }

    synchronized Whole whole() {
        return new Whole(new ArrayList<>(samples), new ArrayList<>(marks));
    }

    private long seconds(long nanos) {
        return Math.max(0, (nanos - startNanos) / PERIOD_NANOS);
    }
}
