package org.altercor.config.schema;

import static org.altercor.config.schema.Presence.REQUIRED;

import java.util.Arrays;
import java.util.List;
import org.altercor.config.BloodSource;
import org.altercor.config.Direction;
import org.altercor.config.Place;
import org.altercor.config.PumpHead;
import org.altercor.config.PumpRole;
import org.altercor.config.Raceway;
import org.altercor.config.SensorKind;
import org.altercor.config.Tubing;
import org.altercor.config.schema.Section.Count;
import org.altercor.config.schema.TextKey.Shape;
import org.altercor.config.schema.WordKey.Words;

/// Keys of a machine file: what the machine has.
public final class MachineKeys {
    public static final TextKey PROFILE =
            new TextKey("profile", REQUIRED, Shape.FILE, "limits and targets, reviewed by a person");
    public static final TextKey RIG = new TextKey("rig", REQUIRED, Shape.FILE, "wiring, by an engineer");

    public static final WordKey<PumpRole> ROLE = new WordKey<>(
            "role",
            REQUIRED,
            Words.of(PumpRole.values(), PumpRole::word),
            "what the pump is for; it decides what every fault does to it");
    public static final WordKey<PumpHead> HEAD =
            new WordKey<>("head", REQUIRED, Words.of(PumpHead.values(), PumpHead::word), "kind of pump head");
    public static final WordKey<Raceway> RACEWAY = new WordKey<>(
            "raceway",
            Presence.requiredWhen(HEAD, PumpHead.ROLLER),
            Words.of(Raceway.values(), Raceway::word),
            "nominal bore of the roller head");
    public static final WordKey<Tubing> TUBING = new WordKey<>(
            "tubing",
            Presence.requiredWhen(HEAD, PumpHead.ROLLER),
            Words.of(Tubing.values(), Tubing::word),
            "inner diameter of the tubing in the roller head");
    public static final WordKey<Direction> DIRECTION = new WordKey<>(
            "direction",
            REQUIRED,
            Words.of(Direction.values(), Direction::word),
            "which way it turns when it pumps forward, seen from the front");
    public static final DecimalKey ROLLER_MAX_SPEED = new DecimalKey(
            "max-speed-rpm",
            Presence.requiredWhen(HEAD, PumpHead.ROLLER),
            HardLimit.ROLLER_SPEED,
            "highest speed a roller is ever asked for");
    public static final DecimalKey CENTRIFUGAL_MAX_SPEED = new DecimalKey(
            "max-impeller-speed-rpm",
            Presence.requiredWhen(HEAD, PumpHead.CENTRIFUGAL),
            HardLimit.CENTRIFUGAL_SPEED,
            "highest speed a centrifugal head is ever asked for");
    public static final WordKey<BloodSource> DRAWS_FROM = new WordKey<>(
            "draws-from",
            Presence.requiredWhen(ROLE, PumpRole.CARDIOPLEGIA, PumpRole.HAEMOFILTRATION),
            Words.of(BloodSource.values(), BloodSource::word),
            "where the pump draws from; from the arterial line it stops with the arterial pump");
    public static final TextKey FOLLOWS = new TextKey(
            "follows",
            Presence.optionalWhen(ROLE, PumpRole.CARDIOPLEGIA),
            Shape.NAME,
            "name of the pump it follows at a ratio that the operator sets");
    public static final TextKey CALIBRATION =
            new TextKey("calibration", REQUIRED, Shape.FILE, "what was measured on this pump");

    public static final WordKey<SensorKind> KIND = new WordKey<>(
            "measures", REQUIRED, Words.of(SensorKind.values(), SensorKind::word), "what the sensor measures");
    public static final WordKey<Place> PLACE =
            new WordKey<>("place", REQUIRED, Words.of(Place.values(), Place::word), "where it sits");
    public static final NamesKey PUMPS = new NamesKey(
            "pumps",
            Presence.requiredWhen(
                    KIND,
                    Arrays.stream(SensorKind.values())
                            .filter(SensorKind::servesPumps)
                            .toArray(SensorKind[]::new)),
            "names of the pumps it serves: what it sees acts on these");
    public static final DecimalKey DISTANCE = new DecimalKey(
            "distance-to-cannula-cm",
            Presence.requiredWhen(KIND, SensorKind.AIR),
            HardLimit.SENSOR_DISTANCE,
            "length of line between sensor and cannula: the way air has left when it is seen");
    public static final WordKey<Tubing> LINE_TUBING = new WordKey<>(
            "line-tubing",
            Presence.requiredWhen(KIND, SensorKind.AIR),
            Words.of(Tubing.values(), Tubing::word),
            "tubing of that line");

    static final List<Section> SECTIONS = List.of(
            new Section(
                    "",
                    Count.ONE,
                    "what the file is, and which files it stands on",
                    List.of(CommonKeys.KIND, CommonKeys.NAME, CommonKeys.TITLE, PROFILE, RIG)),
            new Section(
                    "pump",
                    Count.NAMED_SOME,
                    "one pump",
                    List.of(
                            ROLE,
                            HEAD,
                            RACEWAY,
                            TUBING,
                            DIRECTION,
                            ROLLER_MAX_SPEED,
                            CENTRIFUGAL_MAX_SPEED,
                            DRAWS_FROM,
                            FOLLOWS,
                            CALIBRATION)),
            new Section("sensor", Count.NAMED_ANY, "one sensor", List.of(KIND, PLACE, PUMPS, DISTANCE, LINE_TUBING)));

    private MachineKeys() {}
}
