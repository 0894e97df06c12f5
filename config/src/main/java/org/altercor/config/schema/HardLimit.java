package org.altercor.config.schema;

import org.altercor.config.LossPolicy;

/// Limits that no file and no operator can exceed.
///
/// Each says why it stands where it stands, and whose word that is: `[S-…]` a source in print, `[CALC]` arithmetic,
/// `[GFK]` general field knowledge nobody has checked, `(J)` our own judgement.
public enum HardLimit implements Bounded {
    LINE_PRESSURE(
            50,
            400,
            Unit.MMHG,
            "roller heads are set to hold 300 to 400 mmHg; above that the head leaks",
            "[S-PAC6] (J)"),
    CARDIOPLEGIA_PRESSURE(
            20, 350, Unit.MMHG, "a stop at 280 mmHg is practice; more harms the aortic root", "[S-SCPS038] (J)"),
    CARDIOPLEGIA_LOW_PRESSURE(
            -100,
            20,
            Unit.MMHG,
            "below it the line is off or the bag is empty; -10 mmHg is practice",
            "[S-SCPS038] (J)"),
    LEVEL(50, 4_000, Unit.ML, "below 50 mL no sensor is quicker than the pump: 0.5 s at 6 L/min", "[CALC] (J)"),
    ARTERIAL_FLOW(100, 8_000, Unit.ML_PER_MIN, "main pumps are built for 0.1 to 8 L/min", "[S-PAC6]"),
    CARDIOPLEGIA_FLOW(10, 1_000, Unit.ML_PER_MIN, "cardioplegia is given at some 0.3 L/min", "(J)"),
    VENT_FLOW(50, 3_000, Unit.ML_PER_MIN, "a vent that draws more collapses the ventricle", "(J)"),
    SUCTION_FLOW(50, 5_000, Unit.ML_PER_MIN, "a 3/8 inch sucker at 180 rpm", "[CALC] (J)"),
    HAEMOFILTRATION_FLOW(10, 1_000, Unit.ML_PER_MIN, "never above a fifth of the arterial flow", "(J)"),
    FLOW_DEVIATION(2, 50, Unit.PERCENT, "less is the flow probe's own error, more is another flow", "(J)"),
    BACKFLOW(
            -1_000,
            -20,
            Unit.ML_PER_MIN,
            "a clamp-on probe is off by 30 to 60 mL/min at zero; 1 L/min drains 17 mL a second",
            "[U] (J)"),
    ZERO_FLOW_BAND(
            -200,
            500,
            Unit.ML_PER_MIN,
            "zero-flow hold of -50 to +200 mL/min is the proposal this stands around",
            "[ENG] (J)"),
    ROLLER_SPEED(1, 250, Unit.RPM, "the fastest roller heads of the trade", "[GFK]"),
    CENTRIFUGAL_SPEED(100, 5_000, Unit.RPM, "the domain in which head curves are published", "[S-MSE]"),
    LOW_SPEED_GUARD(500, 3_000, Unit.RPM, "1,400 to 2,240 rpm balance 60 to 150 mmHg on one head", "[D]"),
    OVERSPEED_MARGIN_PERCENT(1, 20, Unit.PERCENT, "less trips on ripple, more is a runaway", "(J)"),
    OVERSPEED_MARGIN_ROLLER(1, 20, Unit.RPM, "less trips on ripple, more is a runaway", "(J)"),
    OVERSPEED_MARGIN_CENTRIFUGAL(20, 500, Unit.RPM, "less trips on ripple, more is a runaway", "(J)"),
    TRIP_DELAY(10, 1_000, Unit.MS, "a trip must be decided within a second", "(J)"),
    BLOOD_TEMPERATURE(
            15, 38, Unit.CELSIUS, "arterial outlet at or below 37 °C; above 38 °C is a high alarm", "[G-TEMP] (J)"),
    TEMPERATURE_GRADIENT(1, 12, Unit.KELVIN, "gradients above 10 °C are to be avoided", "[G-TEMP] (J)"),
    REWARMING_RATE(0.05, 1, Unit.CELSIUS_PER_MIN, "0.5 °C/min when the outlet is at 30 °C or more", "[G-TEMP] (J)"),
    AUDIO_PAUSE(10, 120, Unit.S, "at most 120 s", "[O-RW]"),
    OXYGEN_DELIVERY(150, 500, Unit.ML_PER_MIN_M2, "around the 280 mL/min/m² line", "[S-GIFT] (J)"),
    ARTERIAL_MEAN(20, 120, Unit.MMHG, "around the band of 50 to 80 mmHg", "[S-ANZ09] (J)"),
    SATURATION(30, 100, Unit.PERCENT, "around the band of 65 to 85 %", "[S-LIMITS5] (J)"),
    HAEMATOCRIT(10, 60, Unit.PERCENT, "outside it no blood monitor is specified", "(J)"),
    HOLD(
            0,
            LossPolicy.LONGEST_HOLD.toSeconds(),
            Unit.S,
            "an arrested heart tolerates seconds of a vent that nobody commands",
            "(J)"),
    FINISH(
            0,
            LossPolicy.LONGEST_FINISH.toSeconds(),
            Unit.S,
            "a dose may finish without its supervisor, for a minute at most",
            "(J)"),
    ALARM_DELAY(0.5, 300, Unit.S, "longer is no alarm", "(J)"),
    SENSOR_PERIOD(1, 10_000, Unit.MS, "blood monitors answer every 1 to 6 s, edges come within 1 ms", "[U]"),
    SENSOR_LATENCY(0, 10_000, Unit.MS, "blood monitors lag up to 10 s", "[U]"),
    SENSOR_DISTANCE(5, 500, Unit.CM, "the length of an arterial line", "(J)"),
    SILENCE(20, 60_000, Unit.MS, "shorter trips on a lost frame, longer is no watchdog", "(J)"),
    RESPONSE_TIMEOUT(1, 40, Unit.MS, "no transaction may take longer than 40 ms", "[D]"),
    BAUD_RATE(1_200, 1_000_000, Unit.BAUD, "what serial adapters do", "(J)"),
    DATA_BITS(7, 8, Unit.NONE, "characters of 7 or 8 bits", "(J)"),
    STOP_BITS(1, 2, Unit.NONE, "one or two stop bits", "(J)"),
    SLAVE(1, 247, Unit.NONE, "addresses of single Modbus devices", "[P64]"),
    REGISTER(0, 65_535, Unit.NONE, "16 bits", "[P64]"),
    RPM_PER_COUNT(0.0001, 1_000, Unit.RPM_PER_COUNT, "never zero: it divides", "(J)"),
    AMPERE_PER_COUNT(0.0001, 100, Unit.AMPERE_PER_COUNT, "never zero: it divides", "(J)"),
    MS_PER_COUNT(0.001, 10_000, Unit.MS_PER_COUNT, "never zero: it divides", "(J)"),
    SENSOR_PER_COUNT(0.000001, 10_000, Unit.PER_COUNT, "never zero: a dead gain", "(J)"),
    SENSOR_OFFSET(-1_000_000, 1_000_000, Unit.NONE, "what 16 bits and a gain can need", "(J)"),
    GPIO_LINE(0, 63, Unit.NONE, "lines of one GPIO chip of a Raspberry Pi", "(J)"),
    STROKE_VOLUME(1, 60, Unit.ML_PER_REV, "1/2 inch in a 6 inch head is bounded by 54 mL/rev", "[D]"),
    SHUT_OFF_HEAD(0.000001, 0.0001, Unit.MMHG_PER_RPM2, "published heads lie from 0.0000073 to 0.00003", "[D] (J)"),
    RAMP(10, 5_000, Unit.RPM_PER_S, "rollers 300 to 600 rpm/s, centrifugal heads some thousands", "[U]"),
    LAG(0, 1_000, Unit.MS, "drives lag by 100 to 200 ms", "[U]"),
    STANDSTILL(10, 2_000, Unit.MS, "a braked roller aims at 300 ms; nothing that takes 2 s was braked", "(J)"),
    CLAMP_CLOSING(20, 1_000, Unit.MS, "an electric clamp is shut within 250 ms, 400 ms at most", "(J)"),
    RESIDUAL(
            0,
            5,
            Unit.PERCENT,
            "worse than 5 % is not a calibration: the same tubing differs by as much",
            "[S-OMEGA] (J)");

    @SuppressWarnings("ImmutableEnumChecker") // a record of what cannot change
    private final Bounds bounds;

    HardLimit(double min, double max, Unit unit, String why, String source) {
        bounds = new Bounds(min, max, unit, why, source);
    }

    @Override
    public Bounds bounds() {
        return bounds;
    }
}
