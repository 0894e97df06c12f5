package org.altercor.safety.telemetry;

import org.altercor.hal.port.PumpDrive;

/// Hands an actuator to a package with a socket, so that a test can see the wall hold.
public final class BreachActuator {
    public PumpDrive drive;
}
