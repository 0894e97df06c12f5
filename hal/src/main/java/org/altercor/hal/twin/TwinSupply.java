package org.altercor.hal.twin;

/// The supply of all simulated outputs of a rig. Without it each does what its rig declares as its unpowered state.
///
/// Any thread.
public final class TwinSupply {
    private volatile boolean on = true;

    /// Cuts the supply, from the next step on.
    public void cut() {
        on = false;
    }

    /// Gives it back.
    public void restore() {
        on = true;
    }

    boolean isOn() {
        return on;
    }
}
