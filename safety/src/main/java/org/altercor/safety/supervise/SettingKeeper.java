package org.altercor.safety.supervise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.altercor.config.Machine;
import org.altercor.config.schema.OperatorSetting;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.setting.SettingSlot;
import org.altercor.safety.setting.SettingStates;

/// Keeps the operator's settings of a machine: judges orders at the boundary of a cycle and holds what is in force.
///
/// Pure; the state is exchanged as a frame; the step allocates nothing.
final class SettingKeeper implements Frame {
    private final List<SettingSlot> slots;
    private final List<HeldSetting> held = new ArrayList<>();
    private final List<DoubleSupplier> factors = new ArrayList<>();
    private boolean isListening;

    /// @param pumps all of the machine, in its order
    SettingKeeper(Machine machine, MachineLayout layout, List<WatchedPump> pumps) {
        slots = SettingSlot.of(machine, layout);
        boolean isOnABench = machine.rig().bench().isPresent();
        for (SettingSlot slot : slots) {
            held.add(new HeldSetting(slot, isOnABench, new SettingWatch(slot, layout, pumps)));
        }
        for (SettingSlot slot : slots) {
            String sensor = slot.channel().sensor();
            factors.add(
                    SettingSlot.indexOf(slots, OperatorSetting.FLOW_FACTOR, sensor) == SettingSlot.NONE
                            ? () -> 1
                            : inForce(OperatorSetting.FLOW_FACTOR, sensor));
            if (slot.setting() == OperatorSetting.LINE_WARN) {
                HeldSetting.keepInOrder(
                        inForce(OperatorSetting.LINE_WARN, sensor), inForce(OperatorSetting.LINE_STOP, sensor));
            }
        }
    }

    /// A setting that the machine has: its value in force, whenever it is asked for.
    HeldSetting inForce(OperatorSetting setting, String sensor) {
        return held.get(SettingSlot.indexOf(slots, setting, sensor));
    }

    /// Judges the orders of one cycle. What was ordered before this supervisor could hear was ordered of another one.
    void step(SupervisorInputs inputs) {
        for (int i = 0; i < held.size(); i++) {
            held.get(i).step(inputs, i, isListening, factors.get(i).getAsDouble());
        }
        isListening = inputs.ordersKnown;
    }

    void tell(SettingStates states) {
        for (int i = 0; i < held.size(); i++) {
            held.get(i).tell(states, i);
        }
    }

    @Override
    public void exchange(FieldExchange fields) {
        for (int i = 0; i < held.size(); i++) {
            fields.part("setting", i, held.get(i));
        }
        isListening = fields.flag("isListening", isListening);
    }
}
