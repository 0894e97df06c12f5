/// The demo broker: Moquette in a process of its own, on the loopback, so that telemetry can be seen without installing
/// anything.
@NullMarked
package org.altercor.bench.broker;

import org.jspecify.annotations.NullMarked;
