/// The outbound link to a broker: what the machine knows, told to whoever listens. It subscribes to nothing, reaches no
/// actuator and shares no lock with a loop.
///
/// One daemon thread owns everything here; it copies frames as any reader does, and reads events from the log after the
/// number that the broker acknowledged last.
@NullMarked
package org.altercor.safety.telemetry;

import org.jspecify.annotations.NullMarked;
