package org.altercor.hal.bus;

import org.altercor.hal.cell.ReadingCell;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;

/// One quantity read from a device: its cell for the loops, and what the bus thread itself remembers of it.
///
/// Owner: the bus thread. Allocates nothing.
public final class MeasuredQuantity {
    private final ReadingCell cell = new ReadingCell();
    private double value = Double.NaN;
    private double raw = Double.NaN;
    private long sampledAtNanos;
    private boolean known;
    private boolean published;

    /// Takes one new value, for the loops as well.
    ///
    /// @param newValue          in the canonical unit of the port; NaN when not known
    /// @param newRaw            what the device said; NaN when there is no such number
    /// @param newSampledAtNanos when the quantity was as measured
    public void publish(double newValue, double newRaw, long newSampledAtNanos, Quality quality) {
        value = newValue;
        raw = newRaw;
        sampledAtNanos = newSampledAtNanos;
        known = quality == Quality.GOOD;
        published = true;
        cell.publish(newValue, newRaw, newSampledAtNanos, quality);
    }

    /// The device is lost: the last value stays, with its old time, and says that it is disconnected.
    public void lose() {
        if (published) {
            published = false; // once per loss
            cell.publish(value, raw, sampledAtNanos, Quality.DISCONNECTED);
        }
        known = false;
    }

    /// The last value; NaN when it was not known, or was lost since.
    public double known() {
        return known ? value : Double.NaN;
    }

    /// The last value; NaN when it was not known, was lost since, or is older than `maxAgeNanos`.
    public double known(long nowNanos, long maxAgeNanos) {
        return nowNanos - sampledAtNanos <= maxAgeNanos ? known() : Double.NaN;
    }

    /// Copies the newest value into `into`, or leaves it as it is when there is none. Any thread.
    public void copyTo(Reading into) {
        cell.copyTo(into);
    }
}
