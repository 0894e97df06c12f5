package org.altercor.bench.timing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// A distribution of times in microseconds. A percentile that cannot be known is null, never zero.
///
/// @param samples how many times it was made of
public record Percentiles(
        long samples,
        @Nullable Double p50,
        @Nullable Double p99,
        @JsonProperty("p99_9") @Nullable Double p999,
        @Nullable Double max) {
    private static final double NANOS_PER_MICRO = 1_000;

    /// Of a histogram of nanoseconds; all null when it is empty.
    public static Percentiles ofNanos(Histogram histogram) {
        long samples = histogram.getTotalCount();
        return samples == 0
                ? new Percentiles(0, null, null, null, null)
                : new Percentiles(
                        samples,
                        histogram.getValueAtPercentile(50) / NANOS_PER_MICRO,
                        histogram.getValueAtPercentile(99) / NANOS_PER_MICRO,
                        histogram.getValueAtPercentile(99.9) / NANOS_PER_MICRO,
                        histogram.getMaxValue() / NANOS_PER_MICRO);
    }
}
