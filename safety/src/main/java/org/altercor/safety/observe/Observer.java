package org.altercor.safety.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.altercor.hal.port.MeasuredDrive;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.altercor.hal.rig.SensorPorts;
import org.jspecify.annotations.Nullable;

/// Copies the newest of everything a machine measures into an [Observation]. Each loop has its own.
///
/// Owner: one thread. Looking allocates nothing and never waits.
public final class Observer {
    /// Copies one number.
    @FunctionalInterface
    private interface ValueSource {
        void read(Reading into);
    }

    /// Copies one switch.
    @FunctionalInterface
    private interface SwitchSource {
        void read(SwitchReading into);
    }

    private final MeasuredDrive[] drives;
    private final ValueSource[] values;
    private final SwitchSource[] switches;

    private Observer(List<? extends MeasuredDrive> drives, List<ValueSource> values, List<SwitchSource> switches) {
        this.drives = drives.toArray(MeasuredDrive[]::new);
        this.values = values.toArray(ValueSource[]::new);
        this.switches = switches.toArray(SwitchSource[]::new);
    }

    /// An observer of a machine.
    ///
    /// @param drives  the drives of its pumps, in the layout's order
    /// @param sensors its sensor ports
    public static Observer of(MachineLayout layout, List<? extends MeasuredDrive> drives, SensorPorts sensors) {
        List<ValueSource> values = new ArrayList<>();
        layout.values().forEach(channel -> values.add(value(channel, sensors)));
        List<SwitchSource> switches = new ArrayList<>();
        layout.switches().forEach(channel -> switches.add(aSwitch(channel, sensors)));
        return new Observer(drives, values, switches);
    }

    private static ValueSource value(Channel channel, SensorPorts ports) {
        String name = channel.sensor();
        return switch (channel.quantity()) {
            case LEVEL -> port(ports.level().get(name))::readMl;
            case PRESSURE -> port(ports.pressure().get(name))::readMmHg;
            case FLOW -> port(ports.flow().get(name))::readMlPerMin;
            case TEMPERATURE -> port(ports.temperature().get(name))::readCelsius;
            case GAS_FLOW -> port(ports.gas().get(name))::readMlPerMin;
            case OXYGEN_FRACTION -> port(ports.gas().get(name))::readOxygenPercent;
            case VENOUS_SATURATION -> port(ports.blood().get(name))::readSvO2Percent;
            case HAEMATOCRIT -> port(ports.blood().get(name))::readHaematocritPercent;
            case SHAFT_SPEED -> port(ports.tachometers().get(name))::readSpeedRpm;
            case DETENTS -> port(ports.knobs().get(name))::readDetents;
            case BATTERY_TIME -> port(ports.power().get(name))::readBatteryMinutes;
            case AIR_SEEN, BELOW_MARK, LID_OPEN, PUSHED, STOP_PRESSED, MAINS_PRESENT -> throw notSo(channel);
        };
    }

    private static SwitchSource aSwitch(Channel channel, SensorPorts ports) {
        String name = channel.sensor();
        return switch (channel.quantity()) {
            case AIR_SEEN -> port(ports.air().get(name))::readAirSeen;
            case BELOW_MARK -> port(ports.level().get(name))::readBelowMark;
            case LID_OPEN -> port(ports.lids().get(name))::readOpen;
            case PUSHED -> port(ports.knobs().get(name))::readPushed;
            case STOP_PRESSED -> port(ports.emergencyStops().get(name))::readPressed;
            case MAINS_PRESENT -> port(ports.power().get(name))::readMainsPresent;
            case LEVEL,
                    PRESSURE,
                    FLOW,
                    TEMPERATURE,
                    GAS_FLOW,
                    OXYGEN_FRACTION,
                    VENOUS_SATURATION,
                    HAEMATOCRIT,
                    SHAFT_SPEED,
                    DETENTS,
                    BATTERY_TIME -> throw notSo(channel);
        };
    }

    private static <P> P port(@Nullable P port) {
        return Objects.requireNonNull(port, "a sensor of the layout that the rig does not have");
    }

    private static IllegalStateException notSo(Channel channel) {
        return new IllegalStateException(channel.name() + " stands in the wrong list of its layout");
    }

    /// Fills `into` completely. An old measurement keeps its old time.
    public void look(Observation into, long nowNanos) {
        for (int i = 0; i < drives.length; i++) {
            into.drives[i].look(drives[i], nowNanos);
        }
        for (int i = 0; i < values.length; i++) {
            values[i].read(into.values[i]);
        }
        for (int i = 0; i < switches.length; i++) {
            switches[i].read(into.switches[i]);
        }
    }
}
