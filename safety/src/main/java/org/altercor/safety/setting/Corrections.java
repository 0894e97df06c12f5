package org.altercor.safety.setting;

import java.util.Arrays;
import java.util.List;
import org.altercor.config.schema.OperatorSetting;
import org.altercor.hal.port.Reading;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Observation;

/// Corrects what sensors say by the zeros and factors that were set: `(value − zero) · factor`. What the device itself
/// said stays beside it, as the raw value.
///
/// Both loops correct by the same settings: the supervisor's. Pure; allocates nothing.
public final class Corrections {
    private final int[] zero;
    private final int[] factor;

    /// @param slots of the machine
    public Corrections(MachineLayout layout, List<SettingSlot> slots) {
        zero = new int[layout.values().size()];
        factor = new int[zero.length];
        Arrays.fill(zero, SettingSlot.NONE);
        Arrays.fill(factor, SettingSlot.NONE);
        for (int i = 0; i < slots.size(); i++) {
            int value = layout.values().indexOf(slots.get(i).channel());
            if (slots.get(i).isTaken()) {
                zero[value] = i;
            } else if (slots.get(i).setting() == OperatorSetting.FLOW_FACTOR) {
                factor[value] = i;
            }
        }
    }

    /// Corrects one look.
    ///
    /// @param settings values in force of all slots
    public void apply(Observation seen, double[] settings) {
        for (int i = 0; i < zero.length; i++) {
            double offset = zero[i] == SettingSlot.NONE ? 0 : settings[zero[i]];
            double by = factor[i] == SettingSlot.NONE ? 1 : settings[factor[i]];
            if (offset != 0 || by != 1) {
                Reading reading = seen.values[i];
                reading.set(
                        (reading.value() - offset) * by,
                        reading.raw(),
                        reading.sampledAtNanos(),
                        reading.sample(),
                        reading.quality());
            }
        }
    }
}
