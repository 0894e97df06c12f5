package org.altercor.safety.supervise;

import org.altercor.hal.port.Reading;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// Takes the mean and the spread of a sensor over [#SPAN_NANOS] of distinct samples.
///
/// Pure; the state is exchanged as a frame. Allocates nothing.
final class ZeroTaking implements Frame {
    /// A second: long enough for noise, short enough for a hand that holds a stopcock [physics of zeroing: 1 to 2 s]
    /// (J).
    static final long SPAN_NANOS = 1_000_000_000;

    private long startNanos;
    private long sample;
    private long count;
    private double first;
    private double sum;
    private double sumOfSquares;

    /// Begins anew.
    void begin() {
        count = 0;
        sum = 0;
        sumOfSquares = 0;
    }

    /// Takes in what is seen in one cycle; a sample that is seen again adds nothing.
    ///
    /// @return whether the span is full
    boolean take(Reading reading) {
        if (count > 0 && reading.sample() == sample) {
            return false;
        }
        if (count == 0) {
            startNanos = reading.sampledAtNanos();
            first = reading.value();
        }
        sample = reading.sample();
        count++;
        double from = reading.value() - first; // sums of small numbers keep their digits
        sum += from;
        sumOfSquares += from * from;
        return reading.sampledAtNanos() - startNanos >= SPAN_NANOS;
    }

    /// Mean of what was taken.
    double mean() {
        return first + sum / count;
    }

    /// Standard deviation of what was taken.
    double deviation() {
        double mean = sum / count;
        return StrictMath.sqrt(Math.max(0, sumOfSquares / count - mean * mean));
    }

    @Override
    public void exchange(FieldExchange fields) {
        startNanos = fields.int64("startNanos", startNanos);
        sample = fields.int64("sample", sample);
        count = fields.int64("count", count);
        first = fields.float64("first", first);
        sum = fields.float64("sum", sum);
        sumOfSquares = fields.float64("sumOfSquares", sumOfSquares);
    }
}
