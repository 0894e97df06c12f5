package org.altercor.bench.timing;

import java.util.Objects;
import org.altercor.hal.time.CyclicTask;
import org.altercor.hal.time.ThreadRole;

/// One loop to be timed.
///
/// @param role        its row in the thread table
/// @param periodNanos its own period
/// @param task        runs on one thread at a time, on a fresh thread in each block
public record TimedLoop(String name, ThreadRole role, long periodNanos, CyclicTask task) {
    public TimedLoop {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(task, "task");
        if (periodNanos <= 0) {
            throw new IllegalArgumentException("period must be positive: " + periodNanos + " ns");
        }
    }
}
