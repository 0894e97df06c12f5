package org.altercor.hal.twin;

/// Something that the twin moves on once a millisecond.
public interface TwinStep {
    /// Takes one step. Twin's thread only; allocates nothing.
    void step(long nowNanos);
}
