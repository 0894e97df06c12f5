package org.altercor.hal.port;

/// One look at a two-state input (air seen, lid open, mains present), reused for the life of its owner thread.
///
/// Edges are counted as well as levels polled: a reader that compares [#activations] with what it saw last notices an
/// event shorter than its own period. A new `SwitchReading` is `MISSING` and therefore neither known active nor known
/// inactive. Owner: one thread. Allocates nothing.
public final class SwitchReading {
    private boolean active;
    private long activations;
    private long sampledAtNanos;
    private long sample;
    private Quality quality = Quality.MISSING;

    /// Fills this reading.
    ///
    /// @param active         the level when it was looked at
    /// @param activations    how often the input has become active since start; never decreases
    /// @param sampledAtNanos when it was looked at
    /// @param sample         number of this look since start
    public void set(boolean active, long activations, long sampledAtNanos, long sample, Quality quality) {
        this.active = active;
        this.activations = activations;
        this.sampledAtNanos = sampledAtNanos;
        this.sample = sample;
        this.quality = quality;
    }

    /// Makes this reading equal to `other`.
    public void copyFrom(SwitchReading other) {
        active = other.active;
        activations = other.activations;
        sampledAtNanos = other.sampledAtNanos;
        sample = other.sample;
        quality = other.quality;
    }

    /// Whether the input is active, as far as is known at `nowNanos`.
    public boolean isKnownActive(long nowNanos, long maxAgeNanos) {
        return active && isUsable(nowNanos, maxAgeNanos);
    }

    /// Whether the input is inactive, as far as is known at `nowNanos`. Not the opposite of [#isKnownActive]: both are
    /// false when the state is not known.
    public boolean isKnownInactive(long nowNanos, long maxAgeNanos) {
        return !active && isUsable(nowNanos, maxAgeNanos);
    }

    /// Whether this look may be used for a decision taken at `nowNanos`.
    public boolean isUsable(long nowNanos, long maxAgeNanos) {
        return quality == Quality.GOOD && Reading.isOfAge(nowNanos - sampledAtNanos, maxAgeNanos);
    }

    /// The level as last seen, usable or not: for records and cells, never for a decision.
    public boolean rawActive() {
        return active;
    }

    /// How often the input has become active since start; never decreases.
    public long activations() {
        return activations;
    }

    /// When the level was looked at, on the monotonic clock. Meaningless while `MISSING`.
    public long sampledAtNanos() {
        return sampledAtNanos;
    }

    /// Number of this look since start; 0 means none yet.
    public long sample() {
        return sample;
    }

    public Quality quality() {
        return quality;
    }
}
