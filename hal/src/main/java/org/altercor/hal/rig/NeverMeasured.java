package org.altercor.hal.rig;

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
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.port.Tachometer;
import org.altercor.hal.port.TemperatureSensor;

/// A sensor bound to a twin that has nothing to measure there yet. It leaves every reading as it was made: missing.
///
/// To everything above it this is an honest unknown: it inhibits starts and satisfies no interlock.
enum NeverMeasured
        implements
                AirSensor, LevelSensor, PressureSensor, FlowSensor, TemperatureSensor, GasFlow, BloodMonitor,
                Tachometer, Lid, Knob, EmergencyStop, PowerSupply {
    PORT;

    @Override
    public void readAirSeen(SwitchReading into) {}

    @Override
    public void readMl(Reading into) {}

    @Override
    public void readBelowMark(SwitchReading into) {}

    @Override
    public void readMmHg(Reading into) {}

    @Override
    public void readMlPerMin(Reading into) {}

    @Override
    public void readOxygenPercent(Reading into) {}

    @Override
    public void readCelsius(Reading into) {}

    @Override
    public void readSvO2Percent(Reading into) {}

    @Override
    public void readHaematocritPercent(Reading into) {}

    @Override
    public void readSpeedRpm(Reading into) {}

    @Override
    public void readOpen(SwitchReading into) {}

    @Override
    public void readDetents(Reading into) {}

    @Override
    public void readPushed(SwitchReading into) {}

    @Override
    public void readPressed(SwitchReading into) {}

    @Override
    public void readMainsPresent(SwitchReading into) {}

    @Override
    public void readBatteryMinutes(Reading into) {}
}
