package org.altercor.hal.port;

/// Sweep gas to the oxygenator.
public interface GasFlow {
    /// Gas flow in mL/min.
    void readMlPerMin(Reading into);

    /// Oxygen fraction of the gas in percent.
    void readOxygenPercent(Reading into);
}
