package org.altercor.safety.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.altercor.config.Machine;
import org.altercor.config.Place;
import org.altercor.config.Profile;
import org.altercor.config.schema.OperatorSetting;
import org.altercor.safety.observe.Channel;
import org.altercor.safety.observe.MachineLayout;

/// One setting of one sensor of a machine.
///
/// @param setting what is set
/// @param channel of the sensor that it concerns
/// @param initial value before anybody sets anything: the profile's, or none
/// @param lowest  that the profile leaves of the setting's range
/// @param highest that the profile leaves of the setting's range
public record SettingSlot(OperatorSetting setting, Channel channel, double initial, double lowest, double highest) {
    /// Index of a slot that a machine does not have.
    public static final int NONE = -1;

    /// Unique in the machine: `line-pressure-stop.line-pressure`.
    public String name() {
        return setting.key() + '.' + channel.sensor();
    }

    /// Whether its value is measured when it is ordered, not told.
    public boolean isTaken() {
        return isTaken(setting);
    }

    private static boolean isTaken(OperatorSetting setting) {
        return setting == OperatorSetting.PRESSURE_ZERO || setting == OperatorSetting.PROBE_ZERO;
    }

    /// All slots of a machine, in the order of its channels.
    public static List<SettingSlot> of(Machine machine, MachineLayout layout) {
        List<SettingSlot> slots = new ArrayList<>();
        layout.values().forEach(channel -> slots.addAll(of(channel, machine.profile())));
        return List.copyOf(slots);
    }

    /// Index of a setting of a sensor; [#NONE] when the machine does not have it.
    public static int indexOf(List<SettingSlot> slots, OperatorSetting setting, String sensor) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).setting == setting && slots.get(i).channel.sensor().equals(sensor)) {
                return i;
            }
        }
        return NONE;
    }

    private static List<SettingSlot> of(Channel channel, Profile profile) {
        return switch (channel.quantity()) {
            case PRESSURE ->
                channel.place() == Place.ARTERIAL_LINE
                        ? List.of(
                                whole(OperatorSetting.PRESSURE_ZERO, channel, 0),
                                below(
                                        OperatorSetting.LINE_WARN,
                                        channel,
                                        profile.linePressure().warnMmHg(),
                                        profile.linePressure().stopMmHg()),
                                below(
                                        OperatorSetting.LINE_STOP,
                                        channel,
                                        profile.linePressure().stopMmHg(),
                                        profile.linePressure().stopMmHg()))
                        : List.of(whole(OperatorSetting.PRESSURE_ZERO, channel, 0));
            case FLOW ->
                List.of(whole(OperatorSetting.PROBE_ZERO, channel, 0), whole(OperatorSetting.FLOW_FACTOR, channel, 1));
            case LEVEL -> List.of(levelAlert(channel, profile.level()));
            case TEMPERATURE,
                    GAS_FLOW,
                    OXYGEN_FRACTION,
                    VENOUS_SATURATION,
                    HAEMATOCRIT,
                    SHAFT_SPEED,
                    DETENTS,
                    BATTERY_TIME -> List.of();
            case AIR_SEEN, BELOW_MARK, LID_OPEN, PUSHED, STOP_PRESSED, MAINS_PRESENT ->
                throw new IllegalStateException(channel.name() + " stands in the wrong list of its layout");
        };
    }

    private static SettingSlot whole(OperatorSetting setting, Channel channel, double initial) {
        return new SettingSlot(
                setting,
                channel,
                initial,
                setting.range().min(),
                setting.range().max());
    }

    private static SettingSlot below(OperatorSetting setting, Channel channel, double initial, double highest) {
        return new SettingSlot(setting, channel, initial, setting.range().min(), highest);
    }

    private static SettingSlot levelAlert(Channel channel, Profile.Level level) {
        OperatorSetting setting = OperatorSetting.LEVEL_ALERT;
        return new SettingSlot(
                setting,
                channel,
                level.alertMl(),
                level.stopMl(),
                setting.range().max());
    }

    public SettingSlot {
        Objects.requireNonNull(setting);
        if (!(lowest <= initial && initial <= highest)) {
            throw new IllegalArgumentException(setting.words() + " begins outside its range: " + initial);
        }
    }
}
