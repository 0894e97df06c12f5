package org.altercor.config.schema;

import static org.altercor.config.schema.Presence.REQUIRED;

import java.util.List;
import org.altercor.config.rig.Hazard;
import org.altercor.config.rig.OutputKind;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.Unpowered;
import org.altercor.config.schema.RigWords.ActiveLevel;
import org.altercor.config.schema.RigWords.OutputDriver;
import org.altercor.config.schema.Section.Count;
import org.altercor.config.schema.TextKey.Shape;
import org.altercor.config.schema.WordKey.Words;

/// Keys of a rig file: how a machine is wired. Keys of drives and sensors stand in [DriveKeys] and [SensorKeys].
public final class RigKeys {
    public static final TextKey CIRCUIT = new TextKey(
            "circuit",
            Presence.OPTIONAL,
            Shape.FILE,
            "what the twin simulates; needed as soon as a port is the twin's");

    public static final TextKey BANNER =
            new TextKey("banner", REQUIRED, Shape.LINE, "what every screen shows as long as this rig is in use");

    public static final TextKey WAIVED_BY = new TextKey("by", REQUIRED, Shape.LINE, "who takes it on themselves");
    public static final DateKey WAIVED_ON = new DateKey("on", REQUIRED, "since when");
    public static final TextKey WAIVED_WHY =
            new TextKey("why", REQUIRED, Shape.LINE, "why that is acceptable on this bench");

    public static final TextKey DEVICE = new TextKey(
            "device", REQUIRED, Shape.DEVICE, "serial port; /dev/serial/by-id/… survives plugging into another socket");
    public static final IntegerKey BAUD = new IntegerKey("baud", REQUIRED, HardLimit.BAUD_RATE, "bits per second");
    public static final WordKey<Parity> PARITY =
            new WordKey<>("parity", REQUIRED, Words.of(Parity.values(), RigWords::word), "parity bit");
    public static final IntegerKey DATA_BITS =
            new IntegerKey("data-bits", REQUIRED, HardLimit.DATA_BITS, "data bits of a character");
    public static final IntegerKey STOP_BITS =
            new IntegerKey("stop-bits", REQUIRED, HardLimit.STOP_BITS, "stop bits of a character");
    public static final FlagKey RS485 =
            new FlagKey("rs485", REQUIRED, "whether the kernel's driver switches the transmitter of a two-wire bus");

    public static final WordKey<OutputKind> DOES =
            new WordKey<>("does", REQUIRED, Words.of(OutputKind.values(), OutputKind::word), "what the output does");
    public static final WordKey<OutputDriver> OUTPUT_DRIVER =
            new WordKey<>("driver", REQUIRED, Words.of(OutputDriver.values(), RigWords::word), "what stands behind it");
    public static final WordKey<Unpowered> UNPOWERED = new WordKey<>(
            "unpowered",
            REQUIRED,
            Words.of(Unpowered.values(), Unpowered::word),
            "what it does without power; compared with the roles it acts on");
    public static final NamesKey OUTPUT_PUMPS = new NamesKey(
            "pumps",
            Presence.requiredWhen(DOES, OutputKind.CLAMP, OutputKind.RUN_PULSES, OutputKind.STO),
            "the pumps it acts on: the line it clamps, the drives it feeds, the drive it cuts");
    public static final IntegerKey CLOSES_WITHIN = new IntegerKey(
            "closes-within-ms",
            Presence.requiredWhen(DOES, OutputKind.CLAMP),
            HardLimit.CLAMP_CLOSING,
            "time in which the clamp shuts, measured: how long flow goes on after a centrifugal pump was stopped");
    public static final TextKey OUTPUT_CHIP = new TextKey(
            "chip", Presence.requiredWhen(OUTPUT_DRIVER, OutputDriver.GPIO), Shape.CHIP, "GPIO chip, by label or path");
    public static final IntegerKey OUTPUT_LINE = new IntegerKey(
            "line", Presence.requiredWhen(OUTPUT_DRIVER, OutputDriver.GPIO), HardLimit.GPIO_LINE, "line of that chip");
    public static final WordKey<ActiveLevel> OUTPUT_ACTIVE = new WordKey<>(
            "active",
            Presence.requiredWhen(OUTPUT_DRIVER, OutputDriver.GPIO),
            Words.of(ActiveLevel.values(), RigWords::word),
            "level of the line that means active");

    public static final NamesKey GUARDED = new NamesKey("pumps", REQUIRED, "pumps it acts on without any program");
    public static final WordsKey<Hazard> AGAINST =
            new WordsKey<>("against", REQUIRED, Words.of(Hazard.values(), Hazard::word), "what it watches by wire");
    public static final TextKey HOW = new TextKey("how", REQUIRED, Shape.LINE, "how it acts");
    public static final TextKey PROVED_BY = new TextKey("proved-by", REQUIRED, Shape.LINE, "who saw it act");
    public static final DateKey PROVED_ON = new DateKey("proved-on", REQUIRED, "when");

    static final List<Section> SECTIONS = List.of(
            new Section(
                    "",
                    Count.ONE,
                    "what the file is",
                    List.of(CommonKeys.KIND, CommonKeys.NAME, CommonKeys.TITLE, CIRCUIT)),
            new Section(
                    "bench",
                    Count.AT_MOST_ONE,
                    "this rig is a bench: parts are simulated, or protections are missing",
                    List.of(BANNER)),
            new Section(
                    "waiver",
                    Count.AT_MOST_ONE,
                    "somebody accepts that nothing but a person watches when the program is dead",
                    List.of(WAIVED_BY, WAIVED_ON, WAIVED_WHY)),
            new Section(
                    "bus",
                    Count.NAMED_ANY,
                    "one serial bus",
                    List.of(DEVICE, BAUD, DATA_BITS, PARITY, STOP_BITS, RS485)),
            new Section("drive", Count.NAMED_SOME, "the drive of the pump of that name", DriveKeys.ALL),
            new Section("sensor", Count.NAMED_ANY, "the wiring of the sensor of that name", SensorKeys.ALL),
            new Section(
                    "output",
                    Count.NAMED_ANY,
                    "one output of the supervisor",
                    List.of(
                            DOES,
                            OUTPUT_DRIVER,
                            UNPOWERED,
                            OUTPUT_PUMPS,
                            CLOSES_WITHIN,
                            OUTPUT_CHIP,
                            OUTPUT_LINE,
                            OUTPUT_ACTIVE)),
            new Section(
                    "hardware-protection",
                    Count.NAMED_ANY,
                    "one protection that acts by wire, without a program",
                    List.of(GUARDED, AGAINST, HOW, PROVED_BY, PROVED_ON)));

    private RigKeys() {}
}
