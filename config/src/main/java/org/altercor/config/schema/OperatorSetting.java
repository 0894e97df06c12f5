package org.altercor.config.schema;

/// What an operator may set at the console: never a file, always journalled, always part of a replay.
///
/// A setting changes at a cycle boundary and stays within its hard limit; the profile may narrow it further.
public enum OperatorSetting {
    PRESSURE_ZERO(
            "pressure zero",
            InForce.YES,
            Owner.SUPERVISOR,
            Range.of(-20, 20, Unit.MMHG),
            Who.PERFUSIONIST,
            Running.NO,
            "offset of a pressure sensor, taken while it is open to air",
            "a zero taken with pressure on it hides that pressure from every limit; a disposable that is further off is"
                    + " replaced (J)"),
    PROBE_ZERO(
            "probe zero",
            InForce.YES,
            Owner.SUPERVISOR,
            Range.of(-200, 200, Unit.ML_PER_MIN),
            Who.PERFUSIONIST,
            Running.NO,
            "offset of a flow probe, taken with the line clamped",
            "zero drifts by 50 to 200 mL/min [U]"),
    FLOW_FACTOR(
            "flow factor",
            InForce.YES,
            Owner.SUPERVISOR,
            Range.of(0.5, 1.5, Unit.NONE),
            Who.ENGINEER,
            Running.NO,
            "factor on a flow probe, from a volumetric check",
            "the range probes themselves offer [P50]"),
    LINE_WARN(
            "line pressure warning",
            InForce.YES,
            Owner.SUPERVISOR,
            Range.of(HardLimit.LINE_PRESSURE),
            Who.PERFUSIONIST,
            Running.YES,
            "arterial line pressure that warns",
            "never above the profile's own stop (J)"),
    LINE_STOP(
            "line pressure stop",
            InForce.YES,
            Owner.SUPERVISOR,
            Range.of(HardLimit.LINE_PRESSURE),
            Who.PERFUSIONIST,
            Running.LOWER,
            "arterial line pressure that stops the pump",
            "may be lowered; the profile's value is the ceiling (J)"),
    LEVEL_ALERT(
            "level alert",
            InForce.YES,
            Owner.SUPERVISOR,
            Range.of(HardLimit.LEVEL),
            Who.PERFUSIONIST,
            Running.YES,
            "reservoir volume that alerts",
            "never below the profile's own stop (J)"),
    CARDIOPLEGIA_WARN(
            "cardioplegia pressure warning",
            InForce.NOT_YET,
            Owner.SUPERVISOR,
            Range.of(HardLimit.CARDIOPLEGIA_PRESSURE),
            Who.PERFUSIONIST,
            Running.YES,
            "cardioplegia line pressure that warns",
            "never above the profile's own stop (J)"),
    TEMPERATURE_WARN(
            "temperature warning",
            InForce.NOT_YET,
            Owner.SUPERVISOR,
            Range.of(HardLimit.BLOOD_TEMPERATURE),
            Who.PERFUSIONIST,
            Running.YES,
            "arterial outlet temperature that warns",
            "never above the profile's alarm (J)"),
    DOSE(
            "cardioplegia dose",
            InForce.NOT_YET,
            Owner.CONTROL,
            Range.of(10, 3_000, Unit.ML),
            Who.PERFUSIONIST,
            Running.YES,
            "volume after which the cardioplegia pump stops",
            "(J)"),
    RATIO(
            "cardioplegia ratio",
            InForce.YES,
            Owner.CONTROL,
            Range.of(0, 16, Unit.NONE),
            Who.PERFUSIONIST,
            Running.YES,
            "parts of blood to one part of crystalloid; 0 gives crystalloid alone",
            "(J)"),
    ARMING(
            "interlock armed",
            InForce.NOT_YET,
            Owner.SUPERVISOR,
            Range.of(0, 1, Unit.NONE),
            Who.PERFUSIONIST,
            Running.NO,
            "whether a sensor's interlock may act; disarmed it reminds every 5 minutes and re-arms at the end of the case",
            "(J)");

    /// Whether this version obeys it.
    public enum InForce {
        YES("yes"),
        /// What it would act on is not there yet; nobody can set it.
        NOT_YET("not yet");

        private final String word;

        InForce(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// Who keeps the setting and applies it.
    public enum Owner {
        CONTROL("control loop"),
        SUPERVISOR("supervisor");

        private final String word;

        Owner(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// Who may change it. Always at the console; there is no way in from the network.
    public enum Who {
        PERFUSIONIST("perfusionist"),
        ENGINEER("biomedical engineer, bench key");

        private final String word;

        Who(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// Whether it may change while a pump it concerns is turning.
    public enum Running {
        YES("yes"),
        LOWER("to the safe side only"),
        NO("no");

        private final String word;

        Running(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// What the operator may choose from.
    public record Range(double min, double max, Unit unit) {
        static Range of(double min, double max, Unit unit) {
            return new Range(min, max, unit);
        }

        static Range of(HardLimit limit) {
            return new Range(limit.min(), limit.max(), limit.unit());
        }

        /// Whether a value may be set. Not for NaN.
        public boolean contains(double value) {
            return value >= min && value <= max;
        }
    }

    private final String words;
    private final InForce inForce;
    private final Owner owner;

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Range range;

    private final Who who;
    private final Running whileRunning;
    private final String meaning;
    private final String source;

    OperatorSetting(
            String words,
            InForce inForce,
            Owner owner,
            Range range,
            Who who,
            Running whileRunning,
            String meaning,
            String source) {
        this.words = words;
        this.inForce = inForce;
        this.owner = owner;
        this.range = range;
        this.who = who;
        this.whileRunning = whileRunning;
        this.meaning = meaning;
        this.source = source;
    }

    /// Name as shown to the operator.
    public String words() {
        return words;
    }

    /// The name in files and addresses: `line-pressure-stop`.
    public String key() {
        return words.replace(' ', '-');
    }

    /// Whether this version obeys it.
    public InForce inForce() {
        return inForce;
    }

    public Owner owner() {
        return owner;
    }

    public Range range() {
        return range;
    }

    public Who who() {
        return who;
    }

    public Running whileRunning() {
        return whileRunning;
    }

    public String meaning() {
        return meaning;
    }

    /// Where the range comes from.
    public String source() {
        return source;
    }
}
