package org.altercor.hal.port;

/// What is measured of an electric tubing clamp, for whoever may look at it and move nothing.
public interface MeasuredClamp {
    /// From this position on, in percent, the line counts as shut. Our own judgement, until a clamp is measured:
    /// the rest is the play of its jaw.
    double SHUT_FROM_PERCENT = 95;

    /// Up to this position, in percent, the line counts as open. Our own judgement, as [#SHUT_FROM_PERCENT].
    double OPEN_TO_PERCENT = 5;

    /// Measured position in percent: 0 open, 100 closed.
    void readClosedPercent(Reading into);

    /// Active while the jaw travels. At rest between open and shut it is stuck, or without power.
    void readMoving(SwitchReading into);
}
