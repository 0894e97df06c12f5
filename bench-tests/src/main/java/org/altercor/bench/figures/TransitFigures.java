package org.altercor.bench.figures;

import static org.altercor.bench.figures.Figure.figure;

import java.util.List;
import org.altercor.config.circuit.LineParameters;
import org.altercor.config.circuit.PartKind;

/// How long air takes to the patient, and blood to run out.
final class TransitFigures {
    private static final String FRONT = "2 %: a step, and a bubble of some size (J)";
    private static final String TENTH = "half of the last digit that is printed";

    private TransitFigures() {}

    static List<Figure> all() {
        return List.of(
                figure("TF-701", "air through 1.5 m of 3/8 inch at 4 L/min, turbulent", "ms", "[D]")
                        .about(1_283, 26, FRONT)
                        .within(() -> transit(Devices.THREE_EIGHTHS, 150, 4)),
                figure("TF-702", "air through 2 m of 3/8 inch at 6 L/min, turbulent", "ms", "[D]")
                        .about(1_140, 23, FRONT)
                        .within(() -> transit(Devices.THREE_EIGHTHS, 200, 6)),
                figure("TF-703", "air through 1.5 m of 3/8 inch at 2 L/min, laminar", "ms", "[D]")
                        .about(1_604, 32, FRONT)
                        .within(() -> transit(Devices.THREE_EIGHTHS, 150, 2)),
                figure("TF-704", "air through 1 m of 1/2 inch at 6 L/min, turbulent", "ms", "[D]")
                        .about(1_014, 20, FRONT)
                        .within(() -> transit(Devices.HALF, 100, 6)),
                figure("TF-705", "500 mL empty at 5 L/min, nothing drains", "s", "[D]")
                        .about(6.0, 0.05, TENTH)
                        .within(() -> emptying(500, 0)),
                figure("TF-706", "200 mL empty at 5 L/min", "s", "[D]")
                        .about(2.4, 0.05, TENTH)
                        .within(() -> emptying(200, 0)),
                figure("TF-707", "500 mL empty at 5 L/min while 1 L/min drains", "s", "[D]")
                        .about(7.5, 0.05, TENTH)
                        .within(() -> emptying(500, 1)),
                figure("TF-708", "fall of a reservoir at 1 L/min more out than in", "mL/s", "[D]")
                        .about(16.7, 0.17, "1 %: rounding, and the dips of a roller (J)")
                        .within(TransitFigures::fall));
    }

    private static double transit(double boreMm, double lengthCm, double litresPerMin) {
        Trial trial = new Sketch()
                .fluid(2.3)
                .tank("source", 0)
                .junction("start")
                .tank("patient-end", 0)
                .flow("source", "flow", "start", litresPerMin)
                .tube("start", "line", "patient-end", boreMm, lengthCm)
                .trial()
                .settle()
                .injectAir("line", 0.5);
        return 1_000 * trial.secondsUntil(20, () -> trial.now("air.vented-ml") > 0);
    }

    private static Trial reservoir(double volumeMl, double inLitresPerMin, double outLitresPerMin) {
        Sketch sketch = new Sketch()
                .tank("veins", 0)
                .part(PartKind.RESERVOIR, "reservoir")
                .with(LineParameters.VOLUME, volumeMl)
                .with(LineParameters.VORTEX, 0)
                .tank("arteries", 0)
                .flow("veins", "drain", "reservoir", inLitresPerMin);
        return Devices.roller(sketch, "reservoir", "arteries", 45).trial().turn("pump", outLitresPerMin / 0.045);
    }

    private static double emptying(double volumeMl, double inLitresPerMin) {
        Trial trial = reservoir(volumeMl, inLitresPerMin, 5);
        return trial.secondsUntil(60, () -> trial.now("reservoir.volume-ml") <= 0.5);
    }

    private static double fall() {
        Trial trial = reservoir(2_000, 4, 5);
        double before = trial.now("reservoir.volume-ml");
        return (before - trial.run(60).now("reservoir.volume-ml")) / 60;
    }
}
