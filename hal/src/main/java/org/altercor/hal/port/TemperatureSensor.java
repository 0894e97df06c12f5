package org.altercor.hal.port;

/// Temperature at one place of circuit or patient.
public interface TemperatureSensor {
    void readCelsius(Reading into);
}
