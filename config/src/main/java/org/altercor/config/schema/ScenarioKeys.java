package org.altercor.config.schema;

import static org.altercor.config.schema.Presence.OPTIONAL;
import static org.altercor.config.schema.Presence.REQUIRED;
import static org.altercor.config.schema.Presence.optionalWhen;
import static org.altercor.config.schema.Presence.requiredWhen;

import java.util.List;
import java.util.Locale;
import org.altercor.config.schema.Section.Count;
import org.altercor.config.schema.TextKey.Shape;
import org.altercor.config.schema.WordKey.Words;

/// Keys of a scenario file: what is done to a circuit or a machine, when, and what is expected of it.
public final class ScenarioKeys {
    /// Name of the sections of what happens.
    public static final String AT = "at";

    /// What happens at a time.
    public enum Does {
        DRIVE,
        STOP,
        RELEASE,
        SET,
        INJECT_AIR,
        GIVE,
        FAULT,
        CLAMP,
        UNCLAMP,
        ASK_STOP,
        ASK_SPEED,
        ASK_FLOW,
        ASK_PULSATILE,
        ASK_FOLLOW,
        ASK_ZERO_FLOW,
        CHANGE_SETTING,
        TAKE_ZERO,
        RESET,
        ACKNOWLEDGE,
        PAUSE_SOUND,
        EXPECT;

        /// Whether an operator does it, at the console of a machine with its loops.
        public boolean isOperators() {
            return switch (this) {
                case ASK_STOP,
                        ASK_SPEED,
                        ASK_FLOW,
                        ASK_PULSATILE,
                        ASK_FOLLOW,
                        ASK_ZERO_FLOW,
                        CHANGE_SETTING,
                        TAKE_ZERO,
                        RESET,
                        ACKNOWLEDGE,
                        PAUSE_SOUND -> true;
                case DRIVE, STOP, RELEASE, SET, INJECT_AIR, GIVE, FAULT, CLAMP, UNCLAMP, EXPECT -> false;
            };
        }

        /// Whether the loops of a machine do it, so that nobody else may while they run.
        public boolean isTheLoops() {
            return switch (this) {
                case DRIVE, STOP, RELEASE, CLAMP, UNCLAMP -> true;
                case SET,
                        INJECT_AIR,
                        GIVE,
                        FAULT,
                        EXPECT,
                        ASK_STOP,
                        ASK_SPEED,
                        ASK_FLOW,
                        ASK_PULSATILE,
                        ASK_FOLLOW,
                        ASK_ZERO_FLOW,
                        CHANGE_SETTING,
                        TAKE_ZERO,
                        RESET,
                        ACKNOWLEDGE,
                        PAUSE_SOUND -> false;
            };
        }

        /// The word under the key `does`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static final TextKey CIRCUIT =
            new TextKey("circuit", OPTIONAL, Shape.FILE, "the circuit it happens to; this or a machine, and not both");
    public static final TextKey MACHINE = new TextKey(
            "machine",
            OPTIONAL,
            Shape.FILE,
            "the machine it happens to, with its circuit; its rig binds nothing but the twin");
    public static final DecimalKey LASTS =
            new DecimalKey("lasts-s", REQUIRED, ScenarioLimit.LENGTH, "simulated time that it takes");
    public static final IntegerKey SEED =
            new IntegerKey("seed", OPTIONAL, ScenarioLimit.SEED, "seed of everything random in it; 1 when left out");
    public static final FlagKey SETTLED = new FlagKey(
            "settled",
            OPTIONAL,
            "whether it begins with a circuit in which everything has come to rest; false when left out");

    public static final WordKey<Does> DOES =
            new WordKey<>("does", REQUIRED, Words.of(Does.values(), Does::word), "what happens");
    public static final DecimalKey TIME =
            new DecimalKey("s", REQUIRED, ScenarioLimit.TIME, "when: simulated time since the start");
    public static final TextKey PUMP = new TextKey(
            "pump",
            requiredWhen(
                    DOES,
                    Does.DRIVE,
                    Does.STOP,
                    Does.RELEASE,
                    Does.ASK_STOP,
                    Does.ASK_SPEED,
                    Does.ASK_FLOW,
                    Does.ASK_PULSATILE,
                    Does.ASK_FOLLOW,
                    Does.ASK_ZERO_FLOW),
            Shape.NAME,
            "name of the pump head whose drive is told, or of the pump that is asked");
    public static final DecimalKey SPEED = new DecimalKey(
            "speed-rpm",
            requiredWhen(DOES, Does.DRIVE, Does.ASK_SPEED),
            ScenarioLimit.SPEED,
            "speed that the drive, or the pump, is asked for");
    public static final DecimalKey FLOW = new DecimalKey(
            "flow-ml-per-min",
            requiredWhen(DOES, Does.ASK_FLOW, Does.ASK_PULSATILE),
            ScenarioLimit.FLOW,
            "flow that the pump is asked for; the mean flow of a pulsatile one");
    public static final DecimalKey RATE = new DecimalKey(
            "rate-per-min", requiredWhen(DOES, Does.ASK_PULSATILE), ScenarioLimit.RATE, "beats per minute");
    public static final DecimalKey WIDTH = new DecimalKey(
            "width-percent",
            requiredWhen(DOES, Does.ASK_PULSATILE),
            ScenarioLimit.SHARE,
            "share of a beat that is its pulse");
    public static final DecimalKey BASE = new DecimalKey(
            "base-percent",
            requiredWhen(DOES, Does.ASK_PULSATILE),
            ScenarioLimit.SHARE,
            "flow between pulses, of the mean");
    public static final DecimalKey RATIO = new DecimalKey(
            "ratio",
            requiredWhen(DOES, Does.ASK_FOLLOW),
            ScenarioLimit.RATIO,
            "parts of the leader's flow to one part of this pump's");
    public static final TextKey PART = new TextKey(
            "part",
            requiredWhen(DOES, Does.SET, Does.INJECT_AIR, Does.GIVE),
            Shape.NAME,
            "name of the part it happens to");
    public static final TextKey KEY =
            new TextKey("key", requiredWhen(DOES, Does.SET), Shape.NAME, "key of the number that changes");
    public static final DecimalKey VALUE = new DecimalKey(
            "value",
            requiredWhen(DOES, Does.SET, Does.CHANGE_SETTING),
            ScenarioLimit.VALUE,
            "new value, in the unit of its key or of the setting");
    public static final TextKey SETTING = new TextKey(
            "setting",
            requiredWhen(DOES, Does.CHANGE_SETTING, Does.TAKE_ZERO),
            Shape.LINE,
            "operator setting of a sensor: line-pressure-stop.pressure-line");
    public static final DecimalKey OVER = new DecimalKey(
            "over-s",
            optionalWhen(DOES, Does.SET),
            ScenarioLimit.TIME,
            "how long the change takes, evenly; at once when left out");
    public static final DecimalKey VOLUME = new DecimalKey(
            "volume-ml",
            requiredWhen(DOES, Does.INJECT_AIR, Does.GIVE),
            ScenarioLimit.VOLUME,
            "volume of the bubble, or of what is given; below zero takes blood out");
    public static final DecimalKey HAEMATOCRIT = new DecimalKey(
            "haematocrit-percent",
            optionalWhen(DOES, Does.GIVE),
            ScenarioLimit.HAEMATOCRIT,
            "haematocrit of what is given; clear fluid when left out");
    public static final TextKey DEVICE = new TextKey(
            "device",
            requiredWhen(DOES, Does.FAULT, Does.CLAMP, Does.UNCLAMP),
            Shape.NAME,
            "pump, sensor or clamp that breaks; clamp that is told to close or to open");
    public static final TextKey FAULT =
            new TextKey("fault", requiredWhen(DOES, Does.FAULT), Shape.NAME, "what breaks; none mends");
    public static final DecimalKey AMOUNT = new DecimalKey(
            "amount", optionalWhen(DOES, Does.FAULT), ScenarioLimit.VALUE, "how much, where the fault takes an amount");
    public static final TextKey SIGNAL =
            new TextKey("signal", requiredWhen(DOES, Does.EXPECT), Shape.LINE, "name of the signal that is judged");
    public static final DecimalKey AT_LEAST =
            new DecimalKey("at-least", optionalWhen(DOES, Does.EXPECT), ScenarioLimit.SIGNAL, "smallest value");
    public static final DecimalKey AT_MOST =
            new DecimalKey("at-most", optionalWhen(DOES, Does.EXPECT), ScenarioLimit.SIGNAL, "largest value");
    public static final DecimalKey MEAN = new DecimalKey(
            "mean-s",
            optionalWhen(DOES, Does.EXPECT),
            ScenarioLimit.TIME,
            "the mean over this time before it is judged; the value itself when left out");
    public static final DecimalKey FOR = new DecimalKey(
            "for-s", optionalWhen(DOES, Does.EXPECT), ScenarioLimit.TIME, "it must hold for this time from then on");
    public static final DecimalKey WITHIN = new DecimalKey(
            "within-s",
            optionalWhen(DOES, Does.EXPECT),
            ScenarioLimit.TIME,
            "it must become true within this time; not together with for-s");
    public static final TextKey WHY =
            new TextKey("why", optionalWhen(DOES, Does.EXPECT), Shape.LINE, "what that says about the world");

    static final List<Section> SECTIONS = List.of(
            new Section(
                    "",
                    Count.ONE,
                    "what the file is, and what it is about",
                    List.of(
                            CommonKeys.KIND,
                            CommonKeys.NAME,
                            CommonKeys.TITLE,
                            CIRCUIT,
                            MACHINE,
                            LASTS,
                            SEED,
                            SETTLED)),
            new Section(
                    CircuitKeys.PART,
                    Count.NAMED_OVER,
                    "what is different about a part, in the keys of circuit files; type may be left out",
                    CircuitKeys.OF_PART),
            new Section(
                    AT,
                    Count.LISTED,
                    "something that happens, in order of time",
                    List.of(
                            DOES,
                            TIME,
                            PUMP,
                            SPEED,
                            FLOW,
                            RATE,
                            WIDTH,
                            BASE,
                            RATIO,
                            PART,
                            KEY,
                            SETTING,
                            VALUE,
                            OVER,
                            VOLUME,
                            HAEMATOCRIT,
                            DEVICE,
                            FAULT,
                            AMOUNT,
                            SIGNAL,
                            AT_LEAST,
                            AT_MOST,
                            MEAN,
                            FOR,
                            WITHIN,
                            WHY)));

    private ScenarioKeys() {}
}
