package org.altercor.hal.modbus;

import org.altercor.hal.cell.ReadingCell;
import org.altercor.hal.port.Quality;

/// One quantity read from a device: its cell for the loops, and what the bus thread itself remembers of it.
///
/// Owner: the bus thread. Allocates nothing.
final class MeasuredQuantity {
    private final ReadingCell cell = new ReadingCell();
    private double value = Double.NaN;
    private double raw = Double.NaN;
    private long sampledAtNanos;
    private boolean known;
    private boolean published;

    void publish(double newValue, double newRaw, long newSampledAtNanos, Quality quality) {
        value = newValue;
        raw = newRaw;
        sampledAtNanos = newSampledAtNanos;
        known = quality == Quality.GOOD;
        published = true;
        cell.publish(newValue, newRaw, newSampledAtNanos, quality);
    }

    /// The device is lost: the last value stays, with its old time, and says that it is disconnected.
    void lose() {
        if (published) {
            published = false; // once per loss
            cell.publish(value, raw, sampledAtNanos, Quality.DISCONNECTED);
        }
        known = false;
    }

    /// The last value; NaN when it was not known, or was lost since.
    double known() {
        return known ? value : Double.NaN;
    }

    /// The last value; NaN when it was not known, was lost since, or is older than `maxAgeNanos`.
    double known(long nowNanos, long maxAgeNanos) {
        return nowNanos - sampledAtNanos <= maxAgeNanos ? known() : Double.NaN;
    }

    ReadingCell cell() {
        return cell;
    }
}
