package org.altercor.config.schema;

import static org.altercor.config.schema.Presence.REQUIRED;

import java.util.List;
import org.altercor.config.PumpHead;
import org.altercor.config.Raceway;
import org.altercor.config.Tubing;
import org.altercor.config.schema.PairsKey.Column;
import org.altercor.config.schema.Section.Count;
import org.altercor.config.schema.TextKey.Shape;
import org.altercor.config.schema.WordKey.Words;

/// Keys of a calibration file: what was measured on one pump.
public final class CalibrationKeys {
    /// Where a figure comes from.
    public enum BasisWord {
        MEASURED("measured"),
        HANDBOOK("handbook"),
        TWIN("twin");

        private final String word;

        BasisWord(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public static final WordKey<BasisWord> BASIS = new WordKey<>(
            "basis",
            REQUIRED,
            Words.of(BasisWord.values(), BasisWord::word),
            "where it is known from: measured, common knowledge (bench only), or built into the twin (twin only)");
    public static final TextKey BY = measured("by", Shape.LINE, "who measured it");
    public static final DateKey ON =
            new DateKey("on", Presence.requiredWhen(BASIS, BasisWord.MEASURED), "when it was measured");
    public static final DateKey EXPIRES_ON = new DateKey(
            "expires-on", Presence.requiredWhen(BASIS, BasisWord.MEASURED), "first day on which it no longer counts");
    public static final TextKey INSTRUMENT = measured("instrument", Shape.LINE, "what it was measured with");
    public static final TextKey SERIAL = measured("instrument-serial", Shape.LINE, "serial number of the instrument");

    public static final WordKey<PumpHead> HEAD =
            new WordKey<>("head", REQUIRED, Words.of(PumpHead.values(), PumpHead::word), "kind of pump head");
    public static final WordKey<Raceway> RACEWAY = new WordKey<>(
            "raceway",
            Presence.requiredWhen(HEAD, PumpHead.ROLLER),
            Words.of(Raceway.values(), Raceway::word),
            "bore of the head it was measured on");
    public static final WordKey<Tubing> TUBING = new WordKey<>(
            "tubing",
            Presence.requiredWhen(HEAD, PumpHead.ROLLER),
            Words.of(Tubing.values(), Tubing::word),
            "tubing it was measured with");
    public static final DecimalKey STROKE_VOLUME = new DecimalKey(
            "stroke-volume-ml",
            Presence.requiredWhen(HEAD, PumpHead.ROLLER),
            HardLimit.STROKE_VOLUME,
            "volume of one turn; within 50 to 100 % of what geometry allows");
    public static final DecimalKey SHUT_OFF = new DecimalKey(
            "shut-off-mmhg-per-rpm2",
            Presence.requiredWhen(HEAD, PumpHead.CENTRIFUGAL),
            HardLimit.SHUT_OFF_HEAD,
            "pressure without flow per speed squared");
    public static final PairsKey POINTS = new PairsKey(
            "points",
            Presence.requiredWhen(BASIS, BasisWord.MEASURED),
            3,
            new Column("revolutions or rpm", 1, 10_000, Unit.REVOLUTIONS),
            new Column("volume caught, or shut-off pressure", 1, 100_000, Unit.ML),
            "what was read: a roller's revolutions and mL, or a centrifugal head's rpm and mmHg without flow");
    public static final DecimalKey RESIDUAL = new DecimalKey(
            "residual-percent",
            Presence.requiredWhen(BASIS, BasisWord.MEASURED),
            HardLimit.RESIDUAL,
            "largest deviation of a point from the result; recomputed and compared");

    public static final DecimalKey RAMP =
            new DecimalKey("ramp-rpm-per-s", REQUIRED, HardLimit.RAMP, "fastest change of speed");
    public static final DecimalKey LAG =
            new DecimalKey("lag-ms", REQUIRED, HardLimit.LAG, "how late the shaft follows a ramp");
    public static final DecimalKey DRIVE_MAX_SPEED =
            new DecimalKey("max-speed-rpm", REQUIRED, HardLimit.CENTRIFUGAL_SPEED, "highest speed the drive reached");
    public static final PairsKey STOP_ENVELOPE = new PairsKey(
            "stop-envelope",
            REQUIRED,
            1,
            new Column("time", 0, HardLimit.STANDSTILL.max(), Unit.MS),
            new Column("speed left", 0, 100, Unit.PERCENT),
            "falling curve a stopping shaft stays under: share of its speed that may be left from each time on");
    public static final DecimalKey STANDSTILL = new DecimalKey(
            "standstill-ms", REQUIRED, HardLimit.STANDSTILL, "time after a stop at which the shaft stands");

    static final List<Section> SECTIONS = List.of(
            new Section("", Count.ONE, "what the file is", List.of(CommonKeys.KIND, CommonKeys.NAME, CommonKeys.TITLE)),
            new Section(
                    "displacement",
                    Count.ONE,
                    "what a turn of the pump does to the blood",
                    List.of(
                            BASIS,
                            HEAD,
                            RACEWAY,
                            TUBING,
                            STROKE_VOLUME,
                            SHUT_OFF,
                            BY,
                            ON,
                            EXPIRES_ON,
                            INSTRUMENT,
                            SERIAL,
                            POINTS,
                            RESIDUAL)),
            new Section(
                    "commissioning",
                    Count.ONE,
                    "how the drive follows and stops",
                    List.of(
                            BASIS,
                            RAMP,
                            LAG,
                            DRIVE_MAX_SPEED,
                            STOP_ENVELOPE,
                            STANDSTILL,
                            BY,
                            ON,
                            EXPIRES_ON,
                            INSTRUMENT,
                            SERIAL)));

    private CalibrationKeys() {}

    private static TextKey measured(String name, Shape shape, String meaning) {
        return new TextKey(name, Presence.requiredWhen(BASIS, BasisWord.MEASURED), shape, meaning);
    }
}
