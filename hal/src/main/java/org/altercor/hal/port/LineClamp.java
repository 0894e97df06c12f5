package org.altercor.hal.port;

/// An electric tubing clamp whose position is measured, not assumed. Commanded by the supervisor only.
///
/// It takes time to travel, up to the `closes-within-ms` of its rig. Until the first call it stays where it is
/// found, and a clamp without power does what its rig declares (opens, closes, stays). All calls return at once
/// and allocate nothing.
public interface LineClamp extends MeasuredClamp {
    /// Drives the clamp open. Repeating it changes nothing.
    void open();

    /// Drives the clamp shut. Repeating it changes nothing. Never against a running roller pump: the line would
    /// burst; the caller sees to the order.
    void close();
}
