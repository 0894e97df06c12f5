package org.altercor.hal.twin;

import java.util.function.DoubleConsumer;
import org.altercor.hal.port.LineClamp;
import org.altercor.hal.port.Reading;

/// A clamp of the machine on a tube of the circuit: where its jaw is, the tube is squeezed.
///
/// While the jaw rests, a trainer may squeeze the tube by hand. Owner: the twin's thread. Allocates nothing after
/// construction.
public final class TwinSqueeze implements TwinStep {
    private final LineClamp clamp;
    private final DoubleConsumer tube;
    private final Reading position = new Reading();
    private double closedPercent;

    /// @param clamp the clamp, as its port measures it
    /// @param tube  takes how far it is squeezed, in percent
    public TwinSqueeze(LineClamp clamp, DoubleConsumer tube) {
        this.clamp = clamp;
        this.tube = tube;
    }

    @Override
    public void step(long nowNanos) {
        clamp.readClosedPercent(position);
        double nowPercent = position.value();
        if (Double.isFinite(nowPercent) && nowPercent != closedPercent) {
            closedPercent = nowPercent;
            tube.accept(nowPercent);
        }
    }
}
