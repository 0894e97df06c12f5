package org.altercor.hal.twin;

import org.altercor.hal.bus.PulseLine;
import org.altercor.hal.port.RunPulses;
import org.altercor.hal.port.SwitchReading;

/// The simulated hardware that watches the run pulses: power lasts [RunPulses#TIMEOUT_NANOS] from each pulse, and
/// there is none before the first.
///
/// Owner: the twin's thread, but for [#pulse] and [#readPowered]. Allocates nothing after construction.
public final class TwinRunPower implements PulseLine, DrivePower, TwinOutput {
    private final TwinSupply supply;
    private final TwinContact powered = new TwinContact();
    private volatile long pulses; // pulse thread only

    private long seenPulses;
    private long pulsedNanos;

    /// @param supply its power
    public TwinRunPower(TwinSupply supply) {
        this.supply = supply;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    public void pulse() {
        pulses++;
    }

    @Override
    public void readPowered(SwitchReading into) {
        powered.copyTo(into);
    }

    @Override
    public void step(long nowNanos) {
        long newPulses = pulses;
        if (newPulses != seenPulses) {
            seenPulses = newPulses;
            pulsedNanos = nowNanos;
        }
        boolean inTime = seenPulses > 0 && nowNanos - pulsedNanos <= RunPulses.TIMEOUT_NANOS;
        powered.look(inTime && supply.isOn(), nowNanos);
    }

    @Override
    public boolean isOn() {
        return powered.isActive();
    }
}
