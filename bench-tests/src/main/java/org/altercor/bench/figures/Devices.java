package org.altercor.bench.figures;

import org.altercor.config.circuit.LineParameters;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.circuit.PumpParameters;

/// Devices whose numbers are published, as parts of a circuit.
final class Devices {
    /// Bores in mm.
    static final double QUARTER = 6.35;

    static final double FIVE_SIXTEENTHS = 7.9375;
    static final double THREE_EIGHTHS = 9.525;
    static final double HALF = 12.7;

    /// Quadrox-i Adult: mmHg at 1 L/min, growing with flow, in blood as thick as its source computes tubes with
    /// [P25].
    private static final double QUADROX = 11.24;

    static final double QUADROX_MPA_S = 3;

    /// What charts of cannulae are measured with: water of 20 °C [U].
    static final double WATER_MPA_S = 1.0;

    static final double WATER_KG_PER_M3 = 998;
    private static final double BLOOD_KG_PER_M3 = 1_050;

    /// Charts of water are carried over to thicker fluids by a law that grows with flow to the power of 1.75 [P21]. At
    /// the pressure below, `A·Q + B·Q²` has that slope when a quarter of it is linear [D].
    private static final double VISCOUS_SHARE = 2 - 1.75;

    /// Where the split law meets the parabola fitted to the chart: the middle of charts for returns (J).
    private static final double CHART_MMHG = 100;

    /// Height of a head at rest and in motion: `H = a·N² − r1·N·Q − r2·Q² + [Q < k·N]·rrec·(Q − k·N)²`.
    enum Head {
        /// [P25]
        ROTAFLOW("Rotaflow", 1.9583e-5, -7.545e-3, 2.8864, 4.0256, 1.6e-3),
        /// [P25]
        DP3("Deltastream DP3", 6.5298e-6, -1.9593e-3, 4.0802, 5.0355, 4.0e-4),
        /// `337·(N/3500)² − 1.44·(N/3500)·Q − 0.86·Q²` [P24].
        SENKO("Senko", 337 / 3_500.0 / 3_500, 1.44 / 3_500, 0.86, 0, 0);

        final String device;
        private final double a;
        private final double r1;
        private final double r2;
        private final double rrec;
        private final double k;

        Head(String device, double a, double r1, double r2, double rrec, double k) {
            this.device = device;
            this.a = a;
            this.r1 = r1;
            this.r2 = r2;
            this.rrec = rrec;
            this.k = k;
        }

        /// Adds it as `pump`.
        Sketch in(Sketch sketch, String from, String to) {
            return sketch.part(PartKind.CENTRIFUGAL, from, "pump", to)
                    .with(PumpParameters.SHUT_OFF, a)
                    .with(PumpParameters.HEAD_R1, r1)
                    .with(PumpParameters.HEAD_R2, r2)
                    .with(PumpParameters.HEAD_RREC, rrec)
                    .with(PumpParameters.HEAD_K, k);
        }
    }

    private Devices() {}

    /// HLS arterial cannula of 15 to 23 Fr: mmHg at 1 L/min, growing with the square of flow [P25].
    static double arterial(double french) {
        return ((-0.030456 * french + 1.97745) * french - 43.2943) * french + 322.259;
    }

    /// The same as `cannula`, split into what grows with viscosity and what does not.
    static Sketch arterialCannula(Sketch sketch, String from, String to, double french) {
        double square = arterial(french);
        return sketch.part(PartKind.CANNULA, from, "cannula", to)
                .with(LineParameters.LINEAR, VISCOUS_SHARE * Math.sqrt(CHART_MMHG * square))
                .with(LineParameters.QUADRATIC, (1 - VISCOUS_SHARE) * square * BLOOD_KG_PER_M3 / WATER_KG_PER_M3)
                .with(LineParameters.REFERENCE_VISCOSITY, WATER_MPA_S);
    }

    /// HLS venous cannula of 19 to 29 Fr: the same [P25].
    static double venous(double french) {
        return ((-0.00036562 * french + 0.0656466) * french - 2.91067) * french + 39.1435;
    }

    /// A roller head as `pump`.
    static Sketch roller(Sketch sketch, String from, String to, double strokeMl) {
        return sketch.part(PartKind.ROLLER, from, "pump", to).with(PumpParameters.STROKE, strokeMl);
    }

    /// A Quadrox-i Adult as `oxygenator`.
    static Sketch oxygenator(Sketch sketch, String from, String to) {
        return sketch.part(PartKind.OXYGENATOR, from, "oxygenator", to)
                .with(LineParameters.LINEAR, QUADROX)
                .with(LineParameters.REFERENCE_VISCOSITY, QUADROX_MPA_S);
    }
}
