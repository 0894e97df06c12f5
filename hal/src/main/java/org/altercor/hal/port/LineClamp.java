package org.altercor.hal.port;

/// An electric tubing clamp whose position is measured, not assumed. Commanded by the supervisor only.
///
/// It takes time to travel, up to the `closes-within-ms` of its rig. Until the first call it stays where it is
/// found, and a clamp without power does what its rig declares (opens, closes, stays). All calls return at once
/// and allocate nothing.
public interface LineClamp {
    /// From this position on, in percent, the line counts as shut. Our own judgement, until a clamp is measured:
    /// the rest is the play of its jaw.
    double SHUT_FROM_PERCENT = 95;

    /// Up to this position, in percent, the line counts as open. Our own judgement, as [#SHUT_FROM_PERCENT].
    double OPEN_TO_PERCENT = 5;

    /// Drives the clamp open. Repeating it changes nothing.
    void open();

    /// Drives the clamp shut. Repeating it changes nothing. Never against a running roller pump: the line would
    /// burst; the caller sees to the order.
    void close();

    /// Measured position in percent: 0 open, 100 closed.
    void readClosedPercent(Reading into);

    /// Active while the jaw travels. At rest between open and shut it is stuck, or without power.
    void readMoving(SwitchReading into);
}
