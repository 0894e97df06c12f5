package org.altercor.hal.twin.sensor;

import org.altercor.hal.twin.Happening;
import org.altercor.hal.twin.TwinDevice;

/// A sensor of the twin. Owner: the twin's thread, but for its port. A step allocates nothing.
///
/// @param <H> what can happen to it
public interface TwinSensor<H extends Happening> extends TwinDevice<H> {
    /// Looks at the world. Once a step, after everything has moved.
    void step(long nowNanos);
}
