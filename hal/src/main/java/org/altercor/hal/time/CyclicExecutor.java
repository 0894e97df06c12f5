package org.altercor.hal.time;

/// Where cyclic work is put: onto threads of its own in production, onto one thread and a virtual clock in tests,
/// scenarios and replay. The work itself cannot tell.
public interface CyclicExecutor {
    /// Has `task` run once per period. Call before the executor starts.
    ///
    /// @param role        row of the thread table that this work belongs to
    /// @param name        unique in the executor; shown wherever the thread's status is shown
    /// @param periodNanos time between two cycles; positive
    void every(ThreadRole role, String name, long periodNanos, CyclicTask task);
}
