package org.altercor.hal.twin;

import org.altercor.hal.port.SafeTorqueOff;
import org.altercor.hal.port.SwitchReading;

/// A simulated STO relay: energised it cuts the torque of its drive, and without a supply it cannot.
///
/// Owner: the twin's thread, but for the port's calls. Allocates nothing after construction.
public final class TwinSafeTorqueOff implements SafeTorqueOff, DrivePower, TwinOutput {
    private final TwinSupply supply;
    private final TwinContact tripped = new TwinContact();
    private volatile boolean demanded; // supervisor only

    /// @param supply its power
    public TwinSafeTorqueOff(TwinSupply supply) {
        this.supply = supply;
    }

    @Override
    public void trip() {
        demanded = true;
    }

    @Override
    public void restore() {
        demanded = false;
    }

    @Override
    public void readTripped(SwitchReading into) {
        tripped.copyTo(into);
    }

    @Override
    public void step(long nowNanos) {
        tripped.look(demanded && supply.isOn(), nowNanos);
    }

    @Override
    public boolean isOn() {
        return !tripped.isActive();
    }
}
