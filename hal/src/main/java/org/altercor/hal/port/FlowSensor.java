package org.altercor.hal.port;

/// Flow in one line, as measured by whatever sensor is fitted.
public interface FlowSensor {
    /// Flow in mL/min; positive is towards the patient.
    void readMlPerMin(Reading into);
}
