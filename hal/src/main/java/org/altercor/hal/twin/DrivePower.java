package org.altercor.hal.twin;

/// Something that can take the torque of a twin drive away.
public interface DrivePower {
    /// Whether it leaves the drive its torque, as of its last step. Twin's thread only.
    boolean isOn();
}
