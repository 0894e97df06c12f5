package org.altercor.hal.port;

/// An electric tubing clamp whose position is measured, not assumed. Commanded by the supervisor only.
public interface LineClamp {
    /// Drives the clamp open. Returns at once.
    void open();

    /// Drives the clamp shut. Returns at once. Never against a running roller pump: the caller sees to the order.
    void close();

    /// Measured position in percent: 0 open, 100 closed.
    void readClosedPercent(Reading into);
}
