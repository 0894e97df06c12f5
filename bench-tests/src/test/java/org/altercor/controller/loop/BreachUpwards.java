package org.altercor.controller.loop;

import org.altercor.bench.walls.BreachedBench;

/// Breaks the wall above the controller, so that a test can see the wall hold.
public final class BreachUpwards {
    public final BreachedBench bench = new BreachedBench();
}
