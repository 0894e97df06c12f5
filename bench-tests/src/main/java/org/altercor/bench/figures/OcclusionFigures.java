package org.altercor.bench.figures;

import static org.altercor.bench.figures.Devices.THREE_EIGHTHS;
import static org.altercor.bench.figures.Figure.figure;

import java.util.List;
import org.altercor.config.circuit.LineParameters;
import org.altercor.config.circuit.Parameter;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.circuit.PumpParameters;

/// What a roller head lets back.
final class OcclusionFigures {
    private static final String LEAK_ROUNDED =
            "5 %: the leak was rounded to two digits, and falls as the column sinks [CALC]";

    private OcclusionFigures() {}

    static List<Figure> all() {
        return List.of(
                figure("TF-202", "water of 100 cm over a head set to 1 cm/min: fall in 1 min", "cm", "[D from P37]")
                        .about(1, 0.05, LEAK_ROUNDED)
                        .within(() -> fall(0.0097, 100, 60)),
                figure("TF-203", "water of 100 cm over a head set to 2.5 cm/min: fall in 1 min", "cm", "[D from P36]")
                        .about(2.5, 0.12, LEAK_ROUNDED)
                        .within(() -> fall(0.024, 100, 60)),
                figure("TF-204", "water of 30 inch over a head set to 1 inch/min: fall in 1 min", "cm", "[D from P37]")
                        .about(2.54, 0.12, LEAK_ROUNDED)
                        .within(() -> fall(0.032, 76.2, 60)),
                figure("TF-205", "water of 76 cm over a head set to 1 cm in 5 s: fall in 5 s", "cm", "[D from P37]")
                        .about(1, 0.05, LEAK_ROUNDED)
                        .within(() -> fall(0.153, 76, 5)),
                figure("TF-206", "water of 100 cm over a head with the usual leak: fall in 1 min", "cm", "[P36] [P37]")
                        .between(1, 12, "published rules for setting a head, from 1 cm/min to 1 cm in 5 s")
                        .within(() -> fall(usual(PumpParameters.LEAK), 100, 60)),
                figure("TF-207", "flow that leaks back at 250 mmHg with the usual leak", "mL/min", "[D]")
                        .between(2, 40, "0.05 to 1 % of 4 L/min")
                        .within(() -> -1_000 * RollerFigures.against(250, 27, 0).litresPerMin("line")),
                figure(
                                "TF-208",
                                "fall of outlet pressure from 250 mmHg, stopped and clamped at 1 m of 3/8 inch",
                                "mmHg/s",
                                "[P36]")
                        .between(0, 18, "range of what was measured; its mean is 1.3 ± 4.0")
                        .within(OcclusionFigures::outletFall));
    }

    private static double usual(Parameter parameter) {
        return parameter.usual() instanceof Parameter.Usual.Value(double value) ? value : Double.NaN;
    }

    /// How far water in a 3/8 inch tube sinks that stands above a stopped head.
    private static double fall(double leakMlPerMinMmHg, double heightCm, double seconds) {
        double areaCm2 = Math.PI / 4 * THREE_EIGHTHS * THREE_EIGHTHS / 100;
        Sketch sketch = new Sketch()
                .fluid(1)
                .density(1_000)
                .part(PartKind.RESERVOIR, "column")
                .with(LineParameters.AREA, areaCm2)
                .with(LineParameters.VOLUME, heightCm * areaCm2)
                .with(LineParameters.VORTEX, 0)
                .tank("open", 0);
        Trial trial = Devices.roller(sketch, "open", "column", 27)
                .with(PumpParameters.LEAK, leakMlPerMinMmHg)
                .trial();
        double before = trial.now("column.level-cm");
        return before - trial.run(seconds).now("column.level-cm");
    }

    private static double outletFall() {
        Sketch sketch = new Sketch()
                .fluid(2.5)
                .tank("source", 0)
                .junction("outlet")
                .junction("clamp")
                .tube("outlet", "line", "clamp", THREE_EIGHTHS, 100);
        Trial trial = Devices.roller(sketch, "source", "outlet", 27).trial().turn("pump", 20);
        trial.secondsUntil(60, () -> trial.pressure("outlet") >= 250);
        trial.turn("pump", 0).run(10); // the line rings a while
        double first = trial.mean(2, () -> trial.pressure("outlet"));
        return (first - trial.mean(2, () -> trial.pressure("outlet"))) / 2;
    }
}
