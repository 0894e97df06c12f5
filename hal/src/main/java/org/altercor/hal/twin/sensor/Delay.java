package org.altercor.hal.twin.sensor;

import java.util.Arrays;
import org.altercor.hal.cell.ReadingCell;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;

/// The dead time of a sensor: values go in when they are measured and reach the cell when their time has come.
///
/// Owner: the twin's thread, but for [#copyTo]. Allocates nothing after construction.
final class Delay {
    private final long latencyNanos;
    private final double[] values;
    private final long[] sampledAtNanos;
    private final long[] madeNanos;
    private final Quality[] qualities;
    private long in;
    private long out;
    private final ReadingCell cell = new ReadingCell();

    Delay(Timing timing) {
        latencyNanos = timing.latencyNanos();
        int room = Math.toIntExact(timing.latencyNanos() / timing.periodNanos()) + 3; // and two that came late
        values = new double[room];
        sampledAtNanos = new long[room];
        madeNanos = new long[room];
        qualities = new Quality[room];
        Arrays.fill(qualities, Quality.MISSING);
    }

    /// Takes in what was measured now.
    ///
    /// @param measuredNanos when it was measured; long ago for a value that is only repeated
    void put(double value, long measuredNanos, long nowNanos, Quality quality) {
        int at = (int) (in % values.length);
        values[at] = value;
        sampledAtNanos[at] = measuredNanos;
        madeNanos[at] = nowNanos;
        qualities[at] = quality;
        in++;
    }

    /// Shows what has arrived.
    void step(long nowNanos) {
        while (out < in && nowNanos - madeNanos[(int) (out % values.length)] >= latencyNanos) {
            int at = (int) (out % values.length);
            cell.publish(values[at], values[at], sampledAtNanos[at], qualities[at]);
            out++;
        }
    }

    void copyTo(Reading into) {
        cell.copyTo(into);
    }
}
