package org.altercor.config.schema;

/// What an operator may set at the console: never a file, always journalled, always part of a replay.
///
/// A setting changes at a cycle boundary and stays within its hard limit; the profile may narrow it further.
public enum OperatorSetting {
    PRESSURE_ZERO(
            "pressure zero",
            Owner.CONTROL,
            Range.of(-75, 75, Unit.MMHG),
            Who.PERFUSIONIST,
            Running.NO,
            "offset of a pressure sensor, taken while it is open to air",
            "disposables are off by up to 75 mmHg [U]"),
    PROBE_ZERO(
            "probe zero",
            Owner.CONTROL,
            Range.of(-200, 200, Unit.ML_PER_MIN),
            Who.PERFUSIONIST,
            Running.NO,
            "offset of a flow probe, taken with the line clamped",
            "zero drifts by 50 to 200 mL/min [U]"),
    FLOW_FACTOR(
            "flow factor",
            Owner.CONTROL,
            Range.of(0.5, 1.5, Unit.NONE),
            Who.ENGINEER,
            Running.NO,
            "factor on a flow probe, from a volumetric check",
            "the range probes themselves offer [P50]"),
    LINE_WARN(
            "line pressure warning",
            Owner.SUPERVISOR,
            Range.of(HardLimit.LINE_PRESSURE),
            Who.PERFUSIONIST,
            Running.YES,
            "arterial line pressure that warns",
            "never above the profile's own stop (J)"),
    LINE_STOP(
            "line pressure stop",
            Owner.SUPERVISOR,
            Range.of(HardLimit.LINE_PRESSURE),
            Who.PERFUSIONIST,
            Running.LOWER,
            "arterial line pressure that stops the pump",
            "may be lowered; the profile's value is the ceiling (J)"),
    LEVEL_ALERT(
            "level alert",
            Owner.SUPERVISOR,
            Range.of(HardLimit.LEVEL),
            Who.PERFUSIONIST,
            Running.YES,
            "reservoir volume that alerts",
            "never below the profile's own stop (J)"),
    CARDIOPLEGIA_WARN(
            "cardioplegia pressure warning",
            Owner.SUPERVISOR,
            Range.of(HardLimit.CARDIOPLEGIA_PRESSURE),
            Who.PERFUSIONIST,
            Running.YES,
            "cardioplegia line pressure that warns",
            "never above the profile's own stop (J)"),
    TEMPERATURE_WARN(
            "temperature warning",
            Owner.SUPERVISOR,
            Range.of(HardLimit.BLOOD_TEMPERATURE),
            Who.PERFUSIONIST,
            Running.YES,
            "arterial outlet temperature that warns",
            "never above the profile's alarm (J)"),
    DOSE(
            "cardioplegia dose",
            Owner.CONTROL,
            Range.of(10, 3_000, Unit.ML),
            Who.PERFUSIONIST,
            Running.YES,
            "volume after which the cardioplegia pump stops",
            "(J)"),
    RATIO(
            "cardioplegia ratio",
            Owner.CONTROL,
            Range.of(0, 16, Unit.NONE),
            Who.PERFUSIONIST,
            Running.YES,
            "parts of blood to one part of crystalloid; 0 gives crystalloid alone",
            "(J)"),
    ARMING(
            "interlock armed",
            Owner.SUPERVISOR,
            Range.of(0, 1, Unit.NONE),
            Who.PERFUSIONIST,
            Running.NO,
            "whether a sensor's interlock may act; disarmed it reminds every 5 minutes and re-arms at the end of the case",
            "(J)");

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
    private final Owner owner;

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Range range;

    private final Who who;
    private final Running whileRunning;
    private final String meaning;
    private final String source;

    OperatorSetting(
            String words, Owner owner, Range range, Who who, Running whileRunning, String meaning, String source) {
        this.words = words;
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
