package org.altercor.safety.supervise;

/// Asks a clock where things are decided, so that a test can see the wall hold.
public final class BreachClock {
    public final long nowNanos = System.nanoTime();
}
