package org.altercor.hal.port;

/// The in-line blood monitor on the venous line.
public interface BloodMonitor {
    /// Venous oxygen saturation in percent.
    void readSvO2Percent(Reading into);

    /// Haematocrit in percent.
    void readHaematocritPercent(Reading into);
}
