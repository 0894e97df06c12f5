package org.altercor.safety.telemetry;

import java.util.Locale;
import java.util.Optional;
import org.altercor.safety.observe.DriveLook;
import org.altercor.safety.observe.Quantity;
import org.altercor.safety.supervise.ClampLook;

/// The metric catalogue: every kind of value that a machine tells, with its unit. The one table that messages, their
/// description in `info`, the printed table and the tests come from.
///
/// A metric's name is where it belongs, whose it is, and what it is with its unit: `pump.arterial.speed_rpm`. UCUM
/// units are those of the Unified Code for Units of Measure. Reference ids are those of ISO/IEEE 11073-10101, given
/// only where one means what we measure; [U] written from memory of users' sources, not checked against the standard.
@SuppressWarnings("ImmutableEnumChecker") // functions without state
enum MetricKind {
    SPEED(
            Of.PUMP,
            "speed_rpm",
            "{rev}/min",
            "speed of the shaft as its drive measures it, positive forward",
            (look, i) -> Value.of(look.seen.seen.drives[i].speedRpm, look.nowNanos, DriveLook.SPEED_AGE_NANOS)),
    CURRENT(
            Of.PUMP,
            "current_a",
            "A",
            "motor current",
            (look, i) -> Value.of(look.seen.seen.drives[i].currentAmps, look.nowNanos, DriveLook.SPEED_AGE_NANOS)),
    DRIVE_FAULT(
            Of.PUMP,
            "drive_fault",
            "1",
            "the drive's own fault code, 0 for none",
            (look, i) -> Value.of(look.seen.seen.drives[i].faultCode, look.nowNanos, DriveLook.SPEED_AGE_NANOS)),
    MODE(
            Of.PUMP,
            "mode",
            "",
            "how the control loop turns it",
            byControl((look, i) -> new Value.Word(look.control.mode[i].word()))),
    COMMANDED(
            Of.PUMP,
            "commanded_rpm",
            "{rev}/min",
            "asked of the drive, after ramp and permits",
            byControl((look, i) -> Value.of(look.control.commandedRpm[i], Value.Reason.MISSING))),
    TARGET(
            Of.PUMP,
            "target_rpm",
            "{rev}/min",
            "what it is ramping to",
            byControl((look, i) -> Value.of(look.control.targetRpm[i], Value.Reason.MISSING))),
    SET_FLOW(
            Of.PUMP,
            "set_flow_ml_per_min",
            "mL/min",
            "flow that is asked of it",
            byControl((look, i) -> Value.of(look.control.setFlowMlPerMin[i], Value.Reason.NOT_ASKED))),
    COMPUTED_FLOW(
            Of.PUMP,
            "computed_flow_ml_per_min",
            "mL/min",
            "flow by measured speed and stroke volume; not measured, and of rollers only",
            byControl((look, i) -> Value.of(look.control.computedFlowMlPerMin[i], Value.Reason.MISSING))),
    DELIVERED(
            Of.PUMP,
            "delivered_ml",
            "mL",
            "delivered by that flow since its last start",
            byControl((look, i) -> Value.of(look.control.deliveredMl[i], Value.Reason.MISSING))),
    CEILING(
            Of.PUMP,
            "ceiling_rpm",
            "{rev}/min",
            "highest speed that all limits together leave",
            byControl((look, i) -> Value.of(look.control.ceilingRpm[i], Value.Reason.NO_LIMIT))),
    LIMITER(
            Of.PUMP,
            "limited_by",
            "",
            "what keeps it below what was asked",
            byControl((look, i) -> new Value.Word(hyphened(look.control.limiter[i])))),
    PERMITTED(
            Of.PUMP,
            "permitted_rpm",
            "{rev}/min",
            "highest speed that the supervisor permits",
            byReport((look, i) -> Value.of(look.report.limitRpm[i], Value.Reason.NO_LIMIT))),
    MAY_START(
            Of.PUMP,
            "may_start",
            "",
            "whether the supervisor lets it start",
            byReport((look, i) -> new Value.Flag(look.report.mayStart[i]))),
    MAY_INCREASE(
            Of.PUMP,
            "may_increase",
            "",
            "whether the supervisor lets it go faster",
            byReport((look, i) -> new Value.Flag(look.report.mayIncrease[i]))),
    STOP(
            Of.PUMP,
            "stop",
            "",
            "how far the supervisor is with a stop",
            byReport((look, i) -> new Value.Word(hyphened(look.report.stop[i])))),
    CLAMP_POSITION(
            Of.CLAMP,
            "closed_percent",
            "%",
            "measured position: 0 open, 100 closed",
            (look, i) ->
                    Value.of(look.seen.outputs.clamps[i].closedPercent, look.nowNanos, ClampLook.POSITION_AGE_NANOS)),
    POWER_CUT(
            Of.SECOND_PATH,
            "cut",
            "",
            "whether the supervisor cuts the drive's torque",
            byReport((look, i) -> new Value.Flag(look.report.stoTripped[i]))),
    RUN_POWER(
            Of.MACHINE,
            "run_power",
            "",
            "whether roles that stop have run power",
            byReport((look, i) -> new Value.Flag(look.report.runPower))),
    CONTROL_ALIVE(
            Of.MACHINE,
            "control_alive",
            "",
            "whether the supervisor hears the control loop",
            byReport((look, i) -> new Value.Flag(look.report.controlAlive))),
    SUPERVISOR_ALIVE(
            Of.MACHINE,
            "supervisor_alive",
            "",
            "whether the control loop hears the supervisor",
            byControl((look, i) -> new Value.Flag(look.control.supervisorAlive))),
    SOUND(
            Of.MACHINE,
            "sound",
            "",
            "priority of the alarm that sounds",
            byReport((look, i) -> new Value.Word(hyphened(look.report.sound)))),
    LIGHT(
            Of.MACHINE,
            "light",
            "",
            "priority of the alarm that is lit",
            byReport((look, i) -> new Value.Word(hyphened(look.report.light)))),
    SOUND_PAUSED(
            Of.MACHINE,
            "sound_paused_s",
            "s",
            "how long the sound is still paused",
            byReport((look, i) -> Value.of(look.report.pausedNanos / 1e9, Value.Reason.MISSING))),

    AIR(Quantity.AIR_SEEN, "air", "", "air is seen", ""),
    LEVEL(Quantity.LEVEL, "level_ml", "mL", "blood that is left", ""),
    BELOW_MARK(Quantity.BELOW_MARK, "below_mark", "", "the level is below the mark", ""),
    PRESSURE(Quantity.PRESSURE, "pressure_mmhg", "mm[Hg]", "gauge pressure", "MDC_PRESS_BLD [U]"),
    FLOW(Quantity.FLOW, "flow_ml_per_min", "mL/min", "flow, positive towards the patient", ""),
    TEMPERATURE(Quantity.TEMPERATURE, "temperature_celsius", "Cel", "temperature", "MDC_TEMP [U]"),
    GAS_FLOW(Quantity.GAS_FLOW, "gas_flow_ml_per_min", "mL/min", "sweep gas", ""),
    OXYGEN(Quantity.OXYGEN_FRACTION, "oxygen_percent", "%", "oxygen in the sweep gas", ""),
    SATURATION(Quantity.VENOUS_SATURATION, "saturation_percent", "%", "venous oxygen saturation", ""),
    HAEMATOCRIT(Quantity.HAEMATOCRIT, "haematocrit_percent", "%", "haematocrit", "MDC_CONC_HCT_GEN [U]"),
    SHAFT_SPEED(Quantity.SHAFT_SPEED, "speed_rpm", "{rev}/min", "speed of the shaft, independent of the drive", ""),
    LID(Quantity.LID_OPEN, "open", "", "the pump's lid is open", ""),
    DETENTS(Quantity.DETENTS, "detents", "{count}", "detents that the knob was turned since start", ""),
    PUSHED(Quantity.PUSHED, "pushed", "", "the knob is pushed", ""),
    STOP_PRESSED(Quantity.STOP_PRESSED, "pressed", "", "the emergency stop is pressed", ""),
    MAINS(Quantity.MAINS_PRESENT, "mains", "", "mains is there", ""),
    BATTERY(Quantity.BATTERY_TIME, "battery_min", "min", "time that the battery still gives", "");

    /// What a metric belongs to.
    enum Of {
        MACHINE("machine", ""),
        PUMP("pump", "NAME."),
        CLAMP("clamp", "NAME."),
        SECOND_PATH("sto", "NAME."),
        SENSOR("sensor", "NAME.");

        private final String word;
        private final String pattern;

        Of(String word, String pattern) {
            this.word = word;
            this.pattern = pattern;
        }

        /// Name of a metric of this kind, or its pattern.
        String name(String whose, String suffix) {
            return word + '.' + (pattern.isEmpty() ? "" : pattern.replace("NAME", whose)) + suffix;
        }
    }

    /// Takes a value out of the frames.
    @FunctionalInterface
    interface Source {
        Value read(MachineLook look, int index);
    }

    private final Of of;
    private final Optional<Quantity> quantity;
    private final String suffix;
    private final String ucum;
    private final String meaning;
    private final String reference;
    private final Source source;

    MetricKind(Of of, String suffix, String ucum, String meaning, Source source) {
        this.of = of;
        quantity = Optional.empty();
        this.suffix = suffix;
        this.ucum = ucum;
        this.meaning = meaning;
        reference = "";
        this.source = source;
    }

    MetricKind(Quantity quantity, String suffix, String ucum, String meaning, String reference) {
        of = Of.SENSOR;
        this.quantity = Optional.of(quantity);
        this.suffix = suffix;
        this.ucum = ucum;
        this.meaning = meaning;
        this.reference = reference;
        source = (look, i) -> new Value.Unknown(Value.Reason.MISSING); // a channel brings its own
    }

    private static Source byControl(Source source) {
        return (look, i) -> look.isControlFresh() ? source.read(look, i) : look.noControl();
    }

    private static Source byReport(Source source) {
        return (look, i) -> look.isReportFresh() ? source.read(look, i) : look.noReport();
    }

    private static String hyphened(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What it belongs to.
    Of of() {
        return of;
    }

    /// Whether it is the kind of a sensor's quantity.
    boolean isOf(Quantity wanted) {
        return quantity.filter(wanted::equals).isPresent();
    }

    /// Name of the metric of `whose`.
    String name(String whose) {
        return of.name(whose, suffix);
    }

    /// Unit in UCUM; empty for words and flags.
    String ucum() {
        return ucum;
    }

    /// For people.
    String meaning() {
        return meaning;
    }

    /// Reference id; empty when none is known to fit.
    String reference() {
        return reference;
    }

    Source source() {
        return source;
    }
}
