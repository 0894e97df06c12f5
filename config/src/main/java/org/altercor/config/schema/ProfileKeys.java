package org.altercor.config.schema;

import static org.altercor.config.schema.Presence.REQUIRED;

import java.util.List;
import org.altercor.config.schema.Section.Count;
import org.altercor.config.schema.TextKey.Shape;

/// Keys of a profile file: limits, delays and targets of one kind of support.
public final class ProfileKeys {
    public static final TextKey REVIEWED_BY =
            new TextKey("reviewed-by", REQUIRED, Shape.LINE, "the person who reviewed these numbers");
    public static final DateKey REVIEWED_ON = new DateKey("reviewed-on", REQUIRED, "the day of that review");

    public static final DecimalKey LINE_WARN =
            key("warn-mmhg", HardLimit.LINE_PRESSURE, "arterial line pressure that warns");
    public static final DecimalKey LINE_REGULATE =
            key("regulate-mmhg", HardLimit.LINE_PRESSURE, "arterial line pressure that slows the pump");
    public static final DecimalKey LINE_STOP =
            key("stop-mmhg", HardLimit.LINE_PRESSURE, "arterial line pressure that stops the pump");

    public static final DecimalKey PLEGIA_LOW = key(
            "low-mmhg", HardLimit.CARDIOPLEGIA_LOW_PRESSURE, "cardioplegia line pressure below which the line is off");
    public static final DecimalKey PLEGIA_WARN =
            key("warn-mmhg", HardLimit.CARDIOPLEGIA_PRESSURE, "cardioplegia line pressure that warns");
    public static final DecimalKey PLEGIA_STOP =
            key("stop-mmhg", HardLimit.CARDIOPLEGIA_PRESSURE, "cardioplegia line pressure that stops the pump");

    public static final DecimalKey LEVEL_ALERT = key("alert-ml", HardLimit.LEVEL, "reservoir volume that alerts");
    public static final DecimalKey LEVEL_REGULATE =
            key("regulate-ml", HardLimit.LEVEL, "reservoir volume below which the arterial pump is slowed");
    public static final DecimalKey LEVEL_STOP =
            key("stop-ml", HardLimit.LEVEL, "reservoir volume at which the arterial pump stops");

    public static final DecimalKey MAX_ARTERIAL =
            key("arterial-ml-per-min", HardLimit.ARTERIAL_FLOW, "highest flow of an arterial pump");
    public static final DecimalKey MAX_CARDIOPLEGIA =
            key("cardioplegia-ml-per-min", HardLimit.CARDIOPLEGIA_FLOW, "highest flow of a cardioplegia pump");
    public static final DecimalKey MAX_VENT = key("vent-ml-per-min", HardLimit.VENT_FLOW, "highest flow of a vent");
    public static final DecimalKey MAX_SUCTION =
            key("suction-ml-per-min", HardLimit.SUCTION_FLOW, "highest flow of a sucker");
    public static final DecimalKey MAX_HAEMOFILTRATION =
            key("haemofiltration-ml-per-min", HardLimit.HAEMOFILTRATION_FLOW, "highest flow of a haemofiltration pump");

    public static final DecimalKey BACKFLOW =
            key("backflow-ml-per-min", HardLimit.BACKFLOW, "flow below which blood runs backwards");
    public static final DecimalKey BACKFLOW_AFTER =
            key("backflow-after-ms", HardLimit.TRIP_DELAY, "how long it must, to be believed");
    public static final DecimalKey DEVIATION =
            key("deviation-percent", HardLimit.FLOW_DEVIATION, "shortfall of flow against its target that warns");
    public static final DecimalKey DEVIATION_AFTER =
            key("deviation-after-s", HardLimit.ALARM_DELAY, "how long it must last");
    public static final DecimalKey NO_FLOW_AFTER =
            key("no-flow-after-s", HardLimit.ALARM_DELAY, "how long a pump may turn without forward flow");
    public static final DecimalKey NO_GAS_AFTER =
            key("no-gas-after-s", HardLimit.ALARM_DELAY, "how long an arterial pump may turn without sweep gas");

    public static final DecimalKey GUARD_SPEED = key(
            "low-speed-guard-rpm",
            HardLimit.LOW_SPEED_GUARD,
            "speed of an open centrifugal head below which blood may run back");
    public static final DecimalKey ZERO_FLOW_LOW =
            key("zero-flow-low-ml-per-min", HardLimit.ZERO_FLOW_BAND, "lower edge of the flow that counts as none");
    public static final DecimalKey ZERO_FLOW_HIGH =
            key("zero-flow-high-ml-per-min", HardLimit.ZERO_FLOW_BAND, "upper edge of the flow that counts as none");

    public static final DecimalKey OVERSPEED_PERCENT = key(
            "margin-percent", HardLimit.OVERSPEED_MARGIN_PERCENT, "overspeed above command; the larger margin counts");
    public static final DecimalKey OVERSPEED_ROLLER =
            key("roller-margin-rpm", HardLimit.OVERSPEED_MARGIN_ROLLER, "least overspeed of a roller");
    public static final DecimalKey OVERSPEED_CENTRIFUGAL = key(
            "centrifugal-margin-rpm", HardLimit.OVERSPEED_MARGIN_CENTRIFUGAL, "least overspeed of a centrifugal head");
    public static final DecimalKey OVERSPEED_AFTER =
            key("after-ms", HardLimit.TRIP_DELAY, "how long overspeed must last to trip");

    public static final DecimalKey ARTERIAL_WARN =
            key("arterial-warn-celsius", HardLimit.BLOOD_TEMPERATURE, "arterial outlet temperature that warns");
    public static final DecimalKey ARTERIAL_ALARM =
            key("arterial-alarm-celsius", HardLimit.BLOOD_TEMPERATURE, "arterial outlet temperature that alarms");
    public static final DecimalKey GRADIENT_WARN =
            key("gradient-warn-kelvin", HardLimit.TEMPERATURE_GRADIENT, "arterial minus venous temperature that warns");
    public static final DecimalKey GRADIENT_ALARM = key(
            "gradient-alarm-kelvin", HardLimit.TEMPERATURE_GRADIENT, "arterial minus venous temperature that alarms");
    public static final DecimalKey REWARMING =
            key("rewarming-celsius-per-min", HardLimit.REWARMING_RATE, "fastest rewarming without a warning");

    public static final DecimalKey AUDIO_PAUSE =
            key("audio-pause-s", HardLimit.AUDIO_PAUSE, "length of an audio pause");
    public static final DecimalKey LONGEST_PAUSE =
            key("longest-audio-pause-s", HardLimit.AUDIO_PAUSE, "longest audio pause an operator may choose");

    public static final DecimalKey OXYGEN_DELIVERY = key(
            "oxygen-delivery-ml-per-min-m2",
            HardLimit.OXYGEN_DELIVERY,
            "indexed oxygen delivery that should not be undercut");
    public static final DecimalKey MEAN_LOW =
            key("mean-low-mmhg", HardLimit.ARTERIAL_MEAN, "lower edge of the mean arterial pressure");
    public static final DecimalKey MEAN_HIGH =
            key("mean-high-mmhg", HardLimit.ARTERIAL_MEAN, "upper edge of the mean arterial pressure");
    public static final DecimalKey SVO2_LOW =
            key("svo2-low-percent", HardLimit.SATURATION, "lower edge of venous saturation");
    public static final DecimalKey SVO2_HIGH =
            key("svo2-high-percent", HardLimit.SATURATION, "upper edge of venous saturation");
    public static final DecimalKey HAEMATOCRIT_LOW =
            key("haematocrit-low-percent", HardLimit.HAEMATOCRIT, "haematocrit that should not be undercut");

    public static final DecimalKey VENT_HOLD =
            key("vent-hold-s", HardLimit.HOLD, "how long a vent runs on when its command is lost");
    public static final DecimalKey SUCTION_HOLD =
            key("suction-hold-s", HardLimit.HOLD, "how long a sucker runs on when its command is lost");
    public static final DecimalKey FINISH =
            key("finish-s", HardLimit.FINISH, "how long a dose may go on when the supervisor is dead");

    static final List<Section> SECTIONS = List.of(
            new Section(
                    "",
                    Count.ONE,
                    "what the file is, and who answers for it",
                    List.of(CommonKeys.KIND, CommonKeys.NAME, CommonKeys.TITLE, REVIEWED_BY, REVIEWED_ON)),
            one("line-pressure", "arterial line pressure", LINE_WARN, LINE_REGULATE, LINE_STOP),
            one("cardioplegia-line", "cardioplegia line pressure", PLEGIA_LOW, PLEGIA_WARN, PLEGIA_STOP),
            one("level", "blood in the reservoir", LEVEL_ALERT, LEVEL_REGULATE, LEVEL_STOP),
            one(
                    "max-flow",
                    "highest flow of each role",
                    MAX_ARTERIAL,
                    MAX_CARDIOPLEGIA,
                    MAX_VENT,
                    MAX_SUCTION,
                    MAX_HAEMOFILTRATION),
            one(
                    "flow",
                    "flow alarms",
                    BACKFLOW,
                    BACKFLOW_AFTER,
                    DEVIATION,
                    DEVIATION_AFTER,
                    NO_FLOW_AFTER,
                    NO_GAS_AFTER),
            one("centrifugal", "centrifugal heads", GUARD_SPEED, ZERO_FLOW_LOW, ZERO_FLOW_HIGH),
            one(
                    "overspeed",
                    "a shaft faster than its command",
                    OVERSPEED_PERCENT,
                    OVERSPEED_ROLLER,
                    OVERSPEED_CENTRIFUGAL,
                    OVERSPEED_AFTER),
            one(
                    "temperature",
                    "blood temperature",
                    ARTERIAL_WARN,
                    ARTERIAL_ALARM,
                    GRADIENT_WARN,
                    GRADIENT_ALARM,
                    REWARMING),
            one("alarms", "sound", AUDIO_PAUSE, LONGEST_PAUSE),
            one(
                    "targets",
                    "what is shown and watched, and never acts",
                    OXYGEN_DELIVERY,
                    MEAN_LOW,
                    MEAN_HIGH,
                    SVO2_LOW,
                    SVO2_HIGH,
                    HAEMATOCRIT_LOW),
            one("loss", "lost commands, dead supervisor", VENT_HOLD, SUCTION_HOLD, FINISH));

    private ProfileKeys() {}

    private static DecimalKey key(String name, HardLimit limit, String meaning) {
        return new DecimalKey(name, REQUIRED, limit, meaning);
    }

    private static Section one(String name, String meaning, Key<?>... keys) {
        return new Section(name, Count.ONE, meaning, List.of(keys));
    }
}
