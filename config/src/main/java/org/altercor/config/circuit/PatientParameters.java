package org.altercor.config.circuit;

import static org.altercor.config.circuit.Parameter.needed;
import static org.altercor.config.circuit.Parameter.usually;

import org.altercor.config.schema.Unit;

/// Numbers of blood and patient.
public final class PatientParameters {
    public static final Parameter HAEMATOCRIT = usually(
            "haematocrit-percent",
            Unit.PERCENT,
            0,
            70,
            25,
            "haematocrit wherever a part does not say otherwise",
            "(J)");
    public static final Parameter TEMPERATURE = usually(
            "temperature-celsius",
            Unit.CELSIUS,
            0,
            45,
            36,
            "temperature wherever a part does not say otherwise",
            "(J)");
    public static final Parameter DENSITY =
            usually("density-kg-per-m3", Unit.KG_PER_M3, 800, 1_500, 1_050, "density of what flows", "[U]");
    public static final Parameter VISCOSITY = usually(
            "viscosity-mpa-s",
            Unit.MPA_S,
            0,
            50,
            0,
            "viscosity of a bench fluid; 0 for blood, whose viscosity follows haematocrit and temperature",
            "[P69]");

    public static final Parameter SURFACE = usually(
            "body-surface-m2",
            Unit.M2,
            0.1,
            3.5,
            1.9,
            "body surface that flow and oxygen delivery are divided by",
            "(J)");
    public static final Parameter AMBIENT =
            usually("room-celsius", Unit.CELSIUS, 5, 40, 21, "temperature of the theatre", "(J)");

    public static final Parameter VESSELS = needed(
            "vessels-ml-per-mmhg",
            Unit.ML_PER_MMHG,
            0.01,
            1_000,
            "volume its vessels take up for each mmHg",
            "arteries 1.2 to 2, all veins 80 to 130 [P56] [U]");
    public static final Parameter UNSTRESSED = usually(
            "unstressed-ml",
            Unit.ML,
            0,
            10_000,
            0,
            "volume it holds at no pressure",
            "arteries 715, all veins 2,785 mL [P56]");
    public static final Parameter FOLDS = usually(
            "folds-factor",
            Unit.NONE,
            1,
            100,
            8,
            "how many times more compliant it is once it has collapsed below its unstressed volume",
            "(J)");

    public static final Parameter RESISTANCE = needed(
            "resistance-mmhg-per-l-min",
            Unit.MMHG_PER_L_MIN,
            0.1,
            5_000,
            "resistance at 37 °C, at a viscosity of 2.5 mPa·s, at full tone",
            "18 to 38 on bypass [P16]");
    public static final Parameter CLOSING = usually(
            "closing-pressure-mmhg",
            Unit.MMHG,
            0,
            60,
            24,
            "pressure at which its small vessels close: what arteries keep without flow",
            "24 ± 5 mmHg some 13 s after the heart stopped [P101]");
    public static final Parameter TONE = usually(
            "tone-percent", Unit.PERCENT, 1, 1_000, 100, "tone of its vessels: drugs, depth of anaesthesia", "(J)");
    public static final Parameter COLD_TONE = usually(
            "cold-tone-percent-per-k",
            Unit.PERCENT,
            0,
            10,
            1,
            "how much its resistance rises for each degree below 37 °C, besides viscosity",
            "lower at 36.5 than at 32 °C [P90]; how much (J)");
    public static final Parameter VISCOUS_SHARE = usually(
            "viscosity-share-percent",
            Unit.PERCENT,
            0,
            100,
            60,
            "share of its resistance that follows viscosity",
            "(J)");
    public static final Parameter CONSUMPTION = usually(
            "oxygen-consumption-ml-per-min",
            Unit.ML_PER_MIN,
            0,
            1_000,
            0,
            "oxygen it would use at 37 °C",
            "105 ± 13 mL/min/m² [P9]");
    public static final Parameter COOLING = usually(
            "consumption-q10",
            Unit.NONE,
            1,
            5,
            2.07,
            "by how much consumption falls for 10 °C",
            "7 % for 1 °C [D from P8]");
    public static final Parameter EXTRACTION = usually(
            "largest-extraction-percent",
            Unit.PERCENT,
            5,
            95,
            60,
            "share of the oxygen offered that it can take at most",
            "45 to 60 % (J)");
    public static final Parameter CORE = usually(
            "core-kg", Unit.KG, 0, 200, 0, "mass that its blood keeps at one temperature", "60 % of the body (J)");
    public static final Parameter SHELL = usually(
            "shell-kg",
            Unit.KG,
            0,
            200,
            0,
            "mass that follows the core slowly: muscle, skin, fat",
            "40 % of the body (J)");
    public static final Parameter CORE_START =
            usually("core-celsius", Unit.CELSIUS, 5, 42, 36.5, "temperature of the core at the start", "(J)");
    public static final Parameter SHELL_START =
            usually("shell-celsius", Unit.CELSIUS, 5, 42, 34, "temperature of the shell at the start", "(J)");
    public static final Parameter CORE_TO_SHELL = usually(
            "core-to-shell-w-per-k", Unit.W_PER_K, 0, 1_000, 100, "heat between core and shell", "50 to 200 [U]");
    public static final Parameter SHELL_TO_ROOM =
            usually("shell-to-room-w-per-k", Unit.W_PER_K, 0, 100, 4, "heat that the shell loses to the room", "(J)");

    public static final Parameter COLLAPSES = usually(
            "collapses-at-mmhg",
            Unit.MMHG,
            -50,
            50,
            0,
            "pressure inside the vein below which its wall falls onto the cannula",
            "(J) after [P20]");

    public static final Parameter RATE = usually("rate-bpm", Unit.PER_MIN, 0, 250, 75, "beats in a minute", "(J)");
    public static final Parameter LARGEST_STROKE = usually(
            "largest-stroke-ml", Unit.ML, 0, 250, 120, "stroke volume of a full heart against no pressure", "(J)");
    public static final Parameter HALF_FILLING =
            usually("half-filling-mmhg", Unit.MMHG, 0.5, 40, 5, "filling pressure that gives half of it", "(J)");
    public static final Parameter STRENGTH = usually(
            "strength-percent", Unit.PERCENT, 0, 200, 100, "strength of its beat; 0 when it is arrested", "(J)");
    public static final Parameter EJECTION =
            usually("ejection-percent", Unit.PERCENT, 10, 60, 35, "share of a beat during which it ejects", "[U]");
    public static final Parameter STALLS = usually(
            "stalls-at-mmhg", Unit.MMHG, 50, 500, 250, "arterial pressure against which it cannot eject", "(J)");
    public static final Parameter LUNGS = usually(
            "lungs-percent", Unit.PERCENT, 0, 100, 100, "how far the lungs saturate the blood that it ejects", "(J)");

    private PatientParameters() {}
}
