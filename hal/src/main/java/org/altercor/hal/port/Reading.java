package org.altercor.hal.port;

/// One measurement of one sensor, reused for the life of its owner thread.
///
/// A new `Reading` is `MISSING` with a NaN value: forgetting to fill it can never look like a healthy zero. Owner:
/// one thread. Allocates nothing.
public final class Reading {
    /// How far in the future a time of measurement may lie: a bus thread may publish between the moment a loop
    /// reads the clock and the moment it copies. Our own judgement: two control periods.
    private static final long FUTURE_TOLERANCE_NANOS = 20_000_000;

    private double value = Double.NaN;
    private double raw = Double.NaN;
    private long sampledAtNanos;
    private long sample;
    private Quality quality = Quality.MISSING;

    /// Fills this reading. A value that is not finite is never `GOOD`, whatever the device says.
    ///
    /// @param value          in the canonical unit of the port
    /// @param raw            what the device said before calibration, kept for the record
    /// @param sampledAtNanos when it was measured
    /// @param sample         number of this distinct measurement since start; the same number is the same one
    public void set(double value, double raw, long sampledAtNanos, long sample, Quality quality) {
        this.value = value;
        this.raw = raw;
        this.sampledAtNanos = sampledAtNanos;
        this.sample = sample;
        this.quality = Double.isFinite(value) || quality != Quality.GOOD ? quality : Quality.MISSING;
    }

    /// Makes this reading equal to `other`.
    public void copyFrom(Reading other) {
        value = other.value;
        raw = other.raw;
        sampledAtNanos = other.sampledAtNanos;
        sample = other.sample;
        quality = other.quality;
    }

    /// Whether this reading may be used for a decision taken at `nowNanos`: good, not too old, and not from the
    /// future.
    public boolean isUsable(long nowNanos, long maxAgeNanos) {
        return quality == Quality.GOOD && isOfAge(nowNanos - sampledAtNanos, maxAgeNanos);
    }

    /// Whether something so old may be used: not older than `maxAgeNanos`, and not from the future.
    static boolean isOfAge(long ageNanos, long maxAgeNanos) {
        return ageNanos <= maxAgeNanos && ageNanos >= -FUTURE_TOLERANCE_NANOS;
    }

    /// In the canonical unit of the port. Meaningful only when [#isUsable].
    public double value() {
        return value;
    }

    /// What the device said before calibration; NaN when there is no such number.
    public double raw() {
        return raw;
    }

    /// When it was measured, on the monotonic clock. Meaningless while `MISSING`.
    public long sampledAtNanos() {
        return sampledAtNanos;
    }

    /// Number of this distinct measurement since start; 0 means none yet.
    public long sample() {
        return sample;
    }

    public Quality quality() {
        return quality;
    }
}
