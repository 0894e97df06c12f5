package org.altercor.hal.twin.sensor;

import java.util.Arrays;
import org.altercor.hal.cell.ReadingCell;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;

/// The dead time of a sensor: values go in when they are measured and reach the cell when their time has come.
///
/// Owner: the twin's thread, but for [#copyTo]. Allocates nothing after construction.
final class Delay {
    private final DeadTime deadTime;
    private final double[] values;
    private final long[] sampledAtNanos;
    private final Quality[] qualities;
    private final ReadingCell cell = new ReadingCell();

    Delay(Timing timing) {
        deadTime = new DeadTime(timing.latencyNanos(), timing.periodNanos());
        values = new double[deadTime.room()];
        sampledAtNanos = new long[deadTime.room()];
        qualities = new Quality[deadTime.room()];
        Arrays.fill(qualities, Quality.MISSING);
    }

    /// Takes in what was measured now.
    ///
    /// @param measuredNanos when it was measured; long ago for a value that is only repeated
    void put(double value, long measuredNanos, long nowNanos, Quality quality) {
        int at = deadTime.enter(nowNanos);
        values[at] = value;
        sampledAtNanos[at] = measuredNanos;
        qualities[at] = quality;
    }

    /// Shows what has arrived.
    void step(long nowNanos) {
        for (int at = deadTime.arrived(nowNanos); at != DeadTime.NONE; at = deadTime.arrived(nowNanos)) {
            cell.publish(values[at], values[at], sampledAtNanos[at], qualities[at]);
        }
    }

    /// Loses what is on its way: none of it will arrive.
    void clear() {
        deadTime.clear();
    }

    void copyTo(Reading into) {
        cell.copyTo(into);
    }
}
