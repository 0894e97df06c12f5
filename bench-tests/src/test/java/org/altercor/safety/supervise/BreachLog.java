package org.altercor.safety.supervise;

import org.altercor.safety.event.EventLog;

/// Hands the supervisor a log that others wait in, so that a test can see the wall hold.
public final class BreachLog {
    public EventLog log;
}
