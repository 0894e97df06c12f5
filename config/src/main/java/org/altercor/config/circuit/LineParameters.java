package org.altercor.config.circuit;

import static org.altercor.config.circuit.Parameter.needed;
import static org.altercor.config.circuit.Parameter.usually;

import org.altercor.config.circuit.Parameter.Usual;
import org.altercor.config.schema.Unit;

/// Numbers of what holds and leads blood outside the patient: junctions, reservoirs, tubes, resistances.
public final class LineParameters {
    public static final Parameter HEIGHT =
            usually("height-cm", Unit.CM, -300, 300, 0, "height above the patient's heart", "(J)");
    public static final Parameter COMPLIANCE = usually(
            "compliance-ml-per-mmhg",
            Unit.ML_PER_MMHG,
            0.0005,
            10,
            0.005,
            "volume it takes up for each mmHg, besides what the tubes at it do",
            "(J)");
    public static final Parameter HOLDS = usually(
            "holds-ml",
            Unit.ML,
            0.5,
            5_000,
            5,
            "blood it holds at no pressure, besides what the tubes at it hold",
            "(J)");
    public static final Parameter WALL_LAG = usually(
            "wall-lag-ms",
            Unit.MS,
            0,
            500,
            10,
            "how late walls give, by which soft tubing damps swings; 0 for walls that only spring",
            "a loss factor of 0.25 at 4 Hz [CALC]; 0.1 to 0.4 for soft PVC [U]");
    public static final Parameter BURSTS = usually(
            "bursts-at-mmhg",
            Unit.MMHG,
            100,
            5_000,
            1_500,
            "pressure at which a connection slips and the line lies open",
            "heads were seen above 1,000 mmHg [P33]; the rest (J)");

    public static final Parameter AREA = usually(
            "area-cm2", Unit.CM2, 0.5, 100_000, 150, "area of its surface: 1 cm of level is this many mL", "(J)");
    public static final Parameter VOLUME = needed("volume-ml", Unit.ML, 0, 100_000, "volume at the start", "(J)");
    public static final Parameter GAS_PRESSURE = usually(
            "gas-pressure-mmhg",
            Unit.MMHG,
            -300,
            100,
            0,
            "pressure above the surface; below zero with vacuum",
            "vacuum of 20 to 60 mmHg is usual [U]; more than 150 is forbidden [P44]");
    public static final Parameter VORTEX = usually(
            "vortex-ml",
            Unit.ML,
            0,
            1_000,
            30,
            "volume below which air is drawn along with the blood",
            "least operating levels are 70 to 200 mL [P44]; the rest (J)");
    public static final Parameter OWN_HAEMATOCRIT = new Parameter(
            "haematocrit-percent",
            Unit.PERCENT,
            0,
            70,
            new Usual.AsTheBlood(),
            "haematocrit of what is in it at the start; 0 for clear prime",
            "(J)");
    public static final Parameter OWN_TEMPERATURE = new Parameter(
            "temperature-celsius",
            Unit.CELSIUS,
            0,
            45,
            new Usual.AsTheBlood(),
            "temperature of what is in it at the start",
            "(J)");
    public static final Parameter PRESSURE =
            usually("pressure-mmhg", Unit.MMHG, -760, 3_000, 0, "pressure it holds whatever flows", "(J)");

    public static final Parameter BORE = needed("bore-mm", Unit.MM, 0.5, 50, "inner diameter", "(J)");
    public static final Parameter LENGTH = needed("length-cm", Unit.CM, 0.5, 1_000, "length", "(J)");
    public static final Parameter WALL = usually(
            "wall-ml-per-mmhg-m",
            Unit.ML_PER_MMHG_M,
            0.0005,
            5,
            0.05,
            "volume that a metre takes up for each mmHg",
            "0.1 mL/mmHg for a segment of 2 m [D from P25]");
    public static final Parameter HEADS = usually(
            "velocity-heads",
            Unit.NONE,
            0,
            50,
            0,
            "loss of connectors and bends, in velocity heads; 0.5 to 1.5 for a barbed connector",
            "[U]");
    public static final Parameter CLOSED = usually(
            "closed-percent", Unit.PERCENT, 0, 100, 0, "how far a clamp squeezes it; 100 lets nothing through", "(J)");

    public static final Parameter LINEAR = usually(
            "linear-mmhg-per-l-min",
            Unit.MMHG_PER_L_MIN,
            -10,
            10_000,
            0,
            "pressure drop that grows with flow, at the reference viscosity",
            "oxygenators 11 to 15 [P25] [D]");
    public static final Parameter QUADRATIC = usually(
            "quadratic-mmhg-per-l-min2",
            Unit.MMHG_PER_L_MIN2,
            0,
            10_000,
            0,
            "pressure drop that grows with the square of flow",
            "arterial cannulae of 15 to 23 Fr: 15 to 2 [P25]");
    public static final Parameter REFERENCE_VISCOSITY = usually(
            "reference-viscosity-mpa-s",
            Unit.MPA_S,
            0,
            20,
            0,
            "viscosity at which the linear drop was measured; 0 when it does not depend on viscosity",
            "dynamic similarity [P21]");
    public static final Parameter INERTANCE = usually(
            "inertance-mmhg-s2-per-ml",
            Unit.MMHG_S2_PER_ML,
            0.0001,
            10,
            0.02,
            "pressure that speeds the flow up by 1 mL/s each second",
            "20 cm of 3/8 inch tube [CALC]");
    public static final Parameter CLOTTING = usually(
            "clotting-factor",
            Unit.NONE,
            0.1,
            100,
            1,
            "what the linear drop is multiplied by: clots, or a fault",
            "pressure excursions: 1.5 to 6 within 5 to 20 min (J)");
    public static final Parameter TRAPS = usually(
            "traps-air-percent", Unit.PERCENT, 0, 100, 0, "share of the air passing through that it keeps", "(J)");

    public static final Parameter OPENS =
            usually("opens-at-mmhg", Unit.MMHG, 0, 200, 0, "pressure difference at which it opens", "(J)");
    public static final Parameter FLOW = usually(
            "flow-ml-per-min",
            Unit.ML_PER_MIN,
            0,
            10_000,
            0,
            "flow from one end to the other, whatever the pressures: bleeding, infusion, ultrafiltrate",
            "(J)");

    public static final Parameter WATER = usually(
            "water-celsius", Unit.CELSIUS, 0, 42, 37, "temperature of the water side; at most 42 °C [P44]", "[P44]");
    public static final Parameter EXCHANGE = usually(
            "heat-exchange-percent",
            Unit.PERCENT,
            0,
            100,
            60,
            "share of the way to the water's temperature at 4 L/min; falls with flow",
            "45 to 70 % at 4 to 5 L/min [U]");
    public static final Parameter OXYGEN =
            usually("oxygen-percent", Unit.PERCENT, 21, 100, 80, "oxygen in the sweep gas", "(J)");
    public static final Parameter SWEEP = usually(
            "sweep-ml-per-min", Unit.ML_PER_MIN, 0, 20_000, 3_000, "sweep gas; without it no oxygen crosses", "[U]");
    public static final Parameter TRANSFER = usually(
            "largest-transfer-ml-per-min",
            Unit.ML_PER_MIN,
            0,
            1_000,
            400,
            "oxygen that crosses at most, with pure oxygen",
            "284 mL/min were taken up at an oxygen share of 1 [P86]; the bound (J)");

    private LineParameters() {}
}
