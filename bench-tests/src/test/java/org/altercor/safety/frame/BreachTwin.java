package org.altercor.safety.frame;

import org.altercor.hal.twin.BreachedTwin;

/// Knows the twin above the ports, so that a test can see the wall hold.
public final class BreachTwin {
    public final BreachedTwin twin = new BreachedTwin();
}
