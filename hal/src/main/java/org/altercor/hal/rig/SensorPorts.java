package org.altercor.hal.rig;

import java.util.LinkedHashMap;
import java.util.Map;
import org.altercor.hal.port.AirSensor;
import org.altercor.hal.port.BloodMonitor;
import org.altercor.hal.port.EmergencyStop;
import org.altercor.hal.port.FlowSensor;
import org.altercor.hal.port.GasFlow;
import org.altercor.hal.port.Knob;
import org.altercor.hal.port.LevelSensor;
import org.altercor.hal.port.Lid;
import org.altercor.hal.port.PowerSupply;
import org.altercor.hal.port.PressureSensor;
import org.altercor.hal.port.Tachometer;
import org.altercor.hal.port.TemperatureSensor;

/// The sensor ports of a machine, by name, in the machine's order. For start-up: loops take their ports out of it once.
public record SensorPorts(
        Map<String, AirSensor> air,
        Map<String, LevelSensor> level,
        Map<String, PressureSensor> pressure,
        Map<String, FlowSensor> flow,
        Map<String, TemperatureSensor> temperature,
        Map<String, GasFlow> gas,
        Map<String, BloodMonitor> blood,
        Map<String, Tachometer> tachometers,
        Map<String, Lid> lids,
        Map<String, Knob> knobs,
        Map<String, EmergencyStop> emergencyStops,
        Map<String, PowerSupply> power) {

    /// Ports that are still being collected.
    static SensorPorts empty() {
        return new SensorPorts(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
    }
}
