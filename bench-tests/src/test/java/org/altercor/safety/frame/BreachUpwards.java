package org.altercor.safety.frame;

import org.altercor.controller.loop.SpeedRequests;

/// Breaks the wall above safety, so that a test can see the wall hold.
public final class BreachUpwards {
    public final SpeedRequests requests = new SpeedRequests(1);
}
