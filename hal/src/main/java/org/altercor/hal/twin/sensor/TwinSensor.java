package org.altercor.hal.twin.sensor;

import org.altercor.hal.twin.Happening;
import org.altercor.hal.twin.TwinDevice;
import org.altercor.hal.twin.TwinStep;

/// A sensor of the twin: it looks at the world after everything has moved. Owner: the twin's thread, but for its
/// port.
///
/// @param <H> what can happen to it
public interface TwinSensor<H extends Happening> extends TwinDevice<H>, TwinStep {}
