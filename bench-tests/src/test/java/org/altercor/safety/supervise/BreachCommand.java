package org.altercor.safety.supervise;

import org.altercor.hal.port.PumpDrive;

/// Gives the supervisor a drive that it can command, so that a test can see the wall hold.
public final class BreachCommand {
    void start(PumpDrive drive) {
        drive.command(60, Long.MAX_VALUE);
    }
}
