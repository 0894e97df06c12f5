package org.altercor.hal.twin.network;

/// A head that a drive turns.
interface PumpHead {
    /// Sets the speed of its shaft in rpm, signed, for the steps to come.
    void turn(double speedRpm);

    /// Speed of its shaft in rpm.
    double speedRpm();
}
