package org.altercor.hal.time;

/// A cyclic or one-shot task has thrown; its cause says what.
public final class CycleFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CycleFailedException(String taskName, long nowNanos, Throwable cause) {
        super("'" + taskName + "' failed at " + nowNanos + " ns", cause);
    }
}
