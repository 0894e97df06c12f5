package org.altercor.bench.figures;

import static org.altercor.bench.figures.Figure.figure;

import java.util.List;
import org.altercor.config.circuit.LineParameters;
import org.altercor.config.circuit.PartKind;

/// What height and suction drain through a venous cannula.
final class DrainageFigures {
    private DrainageFigures() {}

    static List<Figure> all() {
        return List.of(
                figure("TF-410", "gain of venous flow from 40 to 80 mmHg of suction", "%", "[P103]")
                        .independent()
                        .about(42.08, 1, "1 point: the mean of 25 cannulae, whose spread is given as 0.09 (J)")
                        .within(DrainageFigures::gainBySuction),
                figure("TF-415", "gain of drainage when the siphon grows from 30 to 60 cm", "%", "[P20]")
                        .independent()
                        .between(1, 41, "it rose modestly: more than nothing, less than a rigid cannula's 41 % (J)")
                        .outside(LatexVein.WHY, LatexVein::gainByHeight),
                figure(
                                "TF-416",
                                "gain of drainage by a pump that sucks with 80 mmHg, after 30 cm of siphon",
                                "%",
                                "[P20]")
                        .independent()
                        .between(10, 18, "cannula in the vena cava, and in the atrium")
                        .outside(LatexVein.WHY, LatexVein::gainByPump),
                figure("TF-417", "gain of drainage from 80 to 160 mmHg of suction", "%", "[P20]")
                        .independent()
                        .between(-100, 1, "a plateau, or flow that ceases, at high suction")
                        .within(LatexVein::plateau));
    }

    private static double gainBySuction() {
        return 100
                * (CannulaFigures.flowAt(80, Devices.venous(23)) / CannulaFigures.flowAt(40, Devices.venous(23)) - 1);
    }

    /// The bench of [P20]: a thin tube of latex for the vein, filled to 1 mmHg, and a 23 Fr cannula in it.
    private static final class LatexVein {
        static final String WHY =
                "The usual vein of the twin gives 1 L/min for each mmHg in it and shuts at 0 mmHg; how wide the "
                        + "latex was, which decides what it gives before it shuts, the abstract does not say.";

        static double gainByHeight() {
            return gain(-30, 0, -60, 0);
        }

        static double gainByPump() {
            return gain(-30, 0, -30, -80);
        }

        static double plateau() {
            return gain(-30, -80, -30, -160);
        }

        private static double gain(double firstCm, double firstMmHg, double thenCm, double thenMmHg) {
            return 100 * (drained(thenCm, thenMmHg) / drained(firstCm, firstMmHg) - 1);
        }

        private static double drained(double heightCm, double mmHg) {
            return new Sketch()
                    .fluid(3.7)
                    .tank("vein", 1)
                    .junction("tip")
                    .tank("reservoir", mmHg)
                    .with(LineParameters.HEIGHT, heightCm)
                    .part(PartKind.VENOUS_INLET, "vein", "inlet", "tip")
                    .cannula("tip", "cannula", "reservoir", Devices.venous(23))
                    .trial()
                    .settle()
                    .litresPerMin("cannula");
        }
    }
}
