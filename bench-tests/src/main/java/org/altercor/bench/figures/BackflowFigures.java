package org.altercor.bench.figures;

import static org.altercor.bench.figures.Devices.Head.ROTAFLOW;
import static org.altercor.bench.figures.Figure.figure;

import java.util.List;

/// What runs back through a stopped centrifugal head.
final class BackflowFigures {
    private BackflowFigures() {}

    static List<Figure> all() {
        return List.of(
                figure("TF-508", "flow back through a stopped Rotaflow and 18 Fr, 100 mmHg", "L/min", "[D from P25]")
                        .about(3.0, 0.05, "half of the last digit that is printed")
                        .within(() -> backflow(18, 100)),
                figure("TF-509", "flow back through a stopped Rotaflow and 21 Fr, 100 mmHg", "L/min", "[D from P25]")
                        .about(3.7, 0.05, "half of the last digit that is printed")
                        .within(() -> backflow(21, 100)),
                figure("TF-510", "flow back through a stopped Rotaflow and 18 Fr, 60 mmHg", "L/min", "[D from P25]")
                        .about(2.2, 0.05, "half of the last digit that is printed")
                        .within(() -> backflow(18, 60)),
                figure(
                                "TF-511",
                                "volume lost in the first second after a Rotaflow that held 100 mmHg stands still",
                                "mL",
                                "[D from P25]")
                        .between(45, 55, "as derived")
                        .within(BackflowFigures::lostInASecond));
    }

    /// A reservoir, a Rotaflow, an oxygenator and a cannula to an artery, without tubing.
    private static Trial bare(double french, double arteryMmHg) {
        Sketch sketch = new Sketch()
                .fluid(Devices.QUADROX_MPA_S)
                .tank("source", 0)
                .junction("outlet")
                .junction("line")
                .tank("artery", arteryMmHg)
                .cannula("line", "cannula", "artery", Devices.arterial(french));
        return Devices.oxygenator(ROTAFLOW.in(sketch, "source", "outlet"), "outlet", "line")
                .trial();
    }

    private static double backflow(double french, double arteryMmHg) {
        return -bare(french, arteryMmHg).settle().litresPerMin("cannula");
    }

    private static double lostInASecond() {
        Trial trial = bare(18, 100);
        trial.speedFor("pump", "cannula", 0, 5_000);
        return -trial.turn("pump", 0).passedMl("cannula", 1);
    }
}
