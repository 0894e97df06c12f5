package org.altercor.hal.twin;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;

/// A clamp of the machine on a tube of the circuit: where its jaw is, the tube is squeezed.
///
/// While the jaw rests, a trainer may squeeze the tube by hand. Owner: the twin's thread. Allocates nothing after
/// construction.
public final class TwinSqueeze implements TwinStep {
    private final DoubleSupplier jaw;
    private final DoubleConsumer tube;
    private double closedPercent;

    /// @param jaw  where the jaw is, in percent closed, whatever the clamp reports
    /// @param tube takes how far it is squeezed, in percent
    public TwinSqueeze(DoubleSupplier jaw, DoubleConsumer tube) {
        this.jaw = jaw;
        this.tube = tube;
    }

    @Override
    public void step(long nowNanos) {
        double nowPercent = jaw.getAsDouble();
        if (nowPercent != closedPercent) {
            closedPercent = nowPercent;
            tube.accept(nowPercent);
        }
    }
}
