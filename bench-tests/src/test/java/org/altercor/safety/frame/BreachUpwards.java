package org.altercor.safety.frame;

import org.altercor.controller.loop.PumpRequests;

/// Breaks the wall above safety, so that a test can see the wall hold.
public final class BreachUpwards {
    public final PumpRequests requests = new PumpRequests(1);
}
