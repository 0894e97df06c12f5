package org.altercor.hal.time;

/// Work done once per period. The time is read once by whoever runs the task; a task never asks a clock.
@FunctionalInterface
public interface CyclicTask {
    void cycle(long nowNanos);
}
