package org.altercor.controller.blackbox;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.altercor.config.Machine;
import org.altercor.config.Place;
import org.altercor.config.Profile;
import org.altercor.config.schema.OperatorSetting;
import org.altercor.controller.blackbox.Trace.Stroke;
import org.altercor.safety.observe.Channel;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Quantity;
import org.altercor.safety.setting.SettingSlot;

/// The limits that act on a number, as they are in force: what the operator set, in each cycle, and the profile's where
/// nobody can set any.
final class LimitsInForce {
    private final Profile profile;
    private final List<SettingSlot> slots;

    LimitsInForce(Machine machine, MachineLayout layout) {
        profile = machine.profile();
        slots = SettingSlot.of(machine, layout);
    }

    /// Of a channel; none for what no limit acts on.
    List<Trace> of(Channel channel) {
        if (channel.is(Quantity.PRESSURE, Place.ARTERIAL_LINE)) {
            return List.of(
                    new Trace("stops above", Stroke.STOPS, inForce(OperatorSetting.LINE_STOP, channel)),
                    new Trace("slows above", Stroke.SLOWS, slowing(channel)),
                    new Trace("warns above", Stroke.WARNS, inForce(OperatorSetting.LINE_WARN, channel)));
        }
        if (channel.is(Quantity.PRESSURE, Place.CARDIOPLEGIA_LINE)) {
            return List.of(fixed(
                    "stops above", Stroke.STOPS, profile.cardioplegiaLine().stopMmHg()));
        }
        if (channel.quantity() == Quantity.LEVEL) {
            return List.of(
                    new Trace("warns below", Stroke.WARNS, inForce(OperatorSetting.LEVEL_ALERT, channel)),
                    fixed("slows below", Stroke.SLOWS, profile.level().regulateMl()),
                    fixed("stops below", Stroke.STOPS, profile.level().stopMl()));
        }
        if (channel.is(Quantity.FLOW, Place.ARTERIAL_LINE)) {
            return List.of(fixed("backwards", Stroke.STOPS, profile.flow().backflowMlPerMin()));
        }
        return List.of();
    }

    /// The pressure at which the control loop slows the pump: a lower stop takes it along.
    private ToDoubleFunction<Cycle> slowing(Channel channel) {
        double distance =
                profile.linePressure().stopMmHg() - profile.linePressure().regulateMmHg();
        ToDoubleFunction<Cycle> stop = inForce(OperatorSetting.LINE_STOP, channel);
        return cycle -> stop.applyAsDouble(cycle) - distance;
    }

    private ToDoubleFunction<Cycle> inForce(OperatorSetting setting, Channel channel) {
        int slot = SettingSlot.indexOf(slots, setting, channel.sensor());
        return cycle -> cycle.report().settings.value[slot];
    }

    private static Trace fixed(String name, Stroke stroke, double value) {
        return new Trace(name, stroke, _ -> value);
    }
}
