package org.altercor.config;

import org.altercor.hal.port.Reading;

/// Breaks the wall above config, so that a test can see the wall hold.
public final class BreachUpwards {
    public final Reading reading = new Reading();
}
