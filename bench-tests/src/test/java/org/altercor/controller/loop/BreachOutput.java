package org.altercor.controller.loop;

import org.altercor.hal.port.RunPulses;

/// Hands run power to the control loop, so that a test can see the wall hold.
public final class BreachOutput {
    public RunPulses runPulses;
}
