package org.altercor.config.circuit;

import static org.altercor.config.circuit.Parameter.needed;
import static org.altercor.config.circuit.Parameter.usually;

import java.util.List;
import org.altercor.config.schema.Unit;

/// Numbers of pump heads, and of the drives that turn them when no machine says otherwise.
public final class PumpParameters {
    public static final Parameter STROKE = needed(
            "stroke-volume-ml-per-rev",
            Unit.ML_PER_REV,
            0.2,
            100,
            "volume of a turn against no pressure",
            "12 to 42 mL/rev [P34]; more by geometry [D]");
    public static final Parameter LEAK = usually(
            "leak-ml-per-min-mmhg",
            Unit.ML_PER_MIN_MMHG,
            0,
            50,
            0.03,
            "what runs back through the nip for each mmHg; 2 and more is a badly set head",
            "drop tests: 0.01 to 0.15 [D from P36]");
    public static final Parameter ROLLERS = usually("rollers", Unit.NONE, 1, 4, 2, "rollers of the head", "[P41]");
    public static final Parameter MISSING = usually(
            "missing-ml-per-pass",
            Unit.ML,
            0,
            20,
            2,
            "volume by which the flow dips when a roller leaves the tube",
            "1.9 for 3/8 inch, 4.3 for 1/2 inch tubing [D]");
    public static final Parameter DIP =
            usually("dip-degrees", Unit.DEGREE, 5, 90, 28, "angle over which that dip lasts", "[D from P41]");
    public static final Parameter STARVES = usually(
            "lowest-inlet-mmhg",
            Unit.MMHG,
            -750,
            -50,
            -700,
            "inlet pressure at which nothing fills the tube any more",
            "near vacuum with a blocked inlet [P33]");

    public static final Parameter SHUT_OFF = needed(
            "head-a-mmhg-per-rpm2",
            Unit.MMHG_PER_RPM2,
            1e-8,
            1e-3,
            "coefficient a of H = a·N² - r1·N·Q - r2·Q² + [Q < k·N]·rrec·(Q - k·N)²",
            "[P25]");
    public static final Parameter HEAD_R1 =
            usually("head-r1", Unit.NONE, -0.1, 0.1, 0, "coefficient r1, mmHg per rpm and L/min", "[P25]");
    public static final Parameter HEAD_R2 =
            needed("head-r2", Unit.NONE, 0.01, 100, "coefficient r2, mmHg per (L/min)²", "[P25]");
    public static final Parameter HEAD_RREC =
            usually("head-rrec", Unit.NONE, 0, 100, 0, "coefficient rrec, mmHg per (L/min)²", "[P25]");
    public static final Parameter HEAD_K =
            usually("head-k", Unit.NONE, 0, 0.1, 0, "coefficient k, L/min per rpm", "[P25]");
    public static final Parameter BACKWARD_HEAD = usually(
            "backward-head-percent",
            Unit.PERCENT,
            0,
            100,
            40,
            "share of its head that an impeller makes when it turns backwards",
            "[U]");
    public static final Parameter FADES = usually(
            "air-fades-from-ml", Unit.ML, 0, 200, 5, "air in the head from which its pressure fades", "5 to 30 mL [U]");
    public static final Parameter DEPRIMED = usually(
            "air-deprimes-at-ml",
            Unit.ML,
            1,
            500,
            40,
            "air in the head that leaves it without any pressure",
            "30 to 50 mL [U]; that it happens [P84]");
    public static final Parameter PASSAGE = usually(
            "inertance-mmhg-s2-per-ml",
            Unit.MMHG_S2_PER_ML,
            0.0001,
            10,
            0.02,
            "pressure that speeds the flow through the head up by 1 mL/s each second",
            "(J)");

    public static final Parameter FASTEST =
            usually("max-speed-rpm", Unit.RPM, 1, 10_000, 250, "fastest speed the drive makes", "[U]");
    public static final Parameter RAMP =
            usually("ramp-rpm-per-s", Unit.RPM_PER_S, 10, 20_000, 400, "fastest change of speed", "300 to 600 [U]");
    public static final Parameter LAG =
            usually("lag-ms", Unit.MS, 0, 2_000, 150, "lag of the speed loop", "100 to 200 ms [U]");
    public static final Parameter STANDSTILL = usually(
            "standstill-ms",
            Unit.MS,
            10,
            5_000,
            250,
            "time from the fastest speed to standstill under the brake",
            "50 to 250 ms [U]");
    public static final Parameter COAST = usually(
            "coast-ms",
            Unit.MS,
            10,
            10_000,
            400,
            "time constant of a shaft without drive power",
            "below 500 ms: the tube holds it back [U]");

    /// Numbers of the drive and not of the head: in a machine its own drive has them.
    public static final List<Parameter> OF_DRIVE = List.of(FASTEST, RAMP, LAG, STANDSTILL, COAST);

    private PumpParameters() {}
}
