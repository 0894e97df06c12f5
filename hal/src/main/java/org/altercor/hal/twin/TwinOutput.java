package org.altercor.hal.twin;

/// A simulated output, moved on by the twin before the shafts are.
public interface TwinOutput {
    /// Takes one step. Twin's thread only; allocates nothing.
    void step(long nowNanos);
}
