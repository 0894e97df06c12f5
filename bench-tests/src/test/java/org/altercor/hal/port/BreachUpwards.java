package org.altercor.hal.port;

import org.altercor.safety.supervise.Beat;

/// Breaks the wall above hal, so that a test can see the wall hold.
public final class BreachUpwards {
    public final Beat beat = new Beat();
}
