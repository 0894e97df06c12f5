package org.altercor.hal.twin;

import java.time.Duration;
import java.util.List;
import org.altercor.config.Commissioning;
import org.altercor.config.LossPolicy;
import org.altercor.config.PumpHead;
import org.altercor.config.rig.Silence;
import org.altercor.hal.bus.SupervisorBeat;

/// A drive of the twin for tests of who serves it: nobody else commands or cuts it.
public final class ServedShaft {
    private final SupervisorBeat beat = new SupervisorBeat(Duration.ofMillis(100));
    private final TwinDrive drive;

    public ServedShaft(Commissioning commissioning) {
        drive = new TwinDrive(
                commissioning, PumpHead.ROLLER, new Silence.Nothing(), new LossPolicy.Hold(), beat, List.of(), () -> 0);
    }

    public TwinDrive drive() {
        return drive;
    }

    /// Lets one millisecond pass.
    public void step(long nowNanos) {
        beat.beat(nowNanos);
        drive.step(nowNanos, 0.001);
    }

    public double rpm() {
        return drive.shaftRpm();
    }
}
