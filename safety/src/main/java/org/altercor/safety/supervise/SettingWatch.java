package org.altercor.safety.supervise;

import java.util.List;
import org.altercor.config.schema.OperatorSetting;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.Reading;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.setting.SettingSlot;

/// What must be looked at before a setting may change: its sensor, and the pumps that the sensor serves.
///
/// Pure; allocates nothing after construction.
final class SettingWatch {
    private final SettingSlot slot;
    private final Sensed sensor;
    private final WatchedPump[] pumps;

    /// @param pumps all of the machine, in its order
    SettingWatch(SettingSlot slot, MachineLayout layout, List<WatchedPump> pumps) {
        this.slot = slot;
        sensor = Sensed.of(layout, slot.channel());
        this.pumps = slot.channel().pumps().stream()
                .map(name -> pumps.get(layout.pumps().indexOf(name)))
                .toArray(WatchedPump[]::new);
    }

    /// Whether a pump of its sensor turns, or may turn for all that anybody knows.
    boolean mayTurn(SupervisorInputs inputs) {
        for (WatchedPump pump : pumps) {
            if (!(pump.fastestRpm(inputs) < DriveStatus.STANDSTILL_RPM)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the sensor's value is known.
    boolean isKnown(SupervisorInputs inputs) {
        return !Double.isNaN(sensor.known(inputs));
    }

    /// Whether the line of a flow probe is shut, where a clamp can say so. A pressure is zeroed against air, whatever
    /// its line does; so is a probe whose line is clamped by hand.
    boolean isLineShut(SupervisorInputs inputs) {
        if (slot.setting() != OperatorSetting.PROBE_ZERO) {
            return true;
        }
        for (WatchedPump pump : pumps) {
            if (pump.hasClamp() && !inputs.outputs.clamps[pump.clamp()].isShut(inputs.nowNanos)) {
                return false;
            }
        }
        return true;
    }

    /// What the sensor says.
    Reading reading(SupervisorInputs inputs) {
        return inputs.seen.values[sensor.index()];
    }

    /// Largest standard deviation of a sensor that is still.
    double still() {
        return slot.setting() == OperatorSetting.PRESSURE_ZERO ? HeldSetting.STILL_MMHG : HeldSetting.STILL_ML_PER_MIN;
    }
}
