package org.altercor.bench.figures;

import static org.altercor.bench.figures.Figure.figure;

import java.util.List;
import org.altercor.config.circuit.LineParameters;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.circuit.PatientParameters;
import org.altercor.config.circuit.PumpParameters;

/// How little a roller pump beats.
final class PulseFigures {
    private PulseFigures() {}

    static List<Figure> all() {
        return List.of(
                figure(
                                "TF-655",
                                "pulsatile power of a roller that turns evenly by that of a heart, 4 L/min",
                                "%",
                                "[P40]")
                        .independent()
                        .between(
                                0,
                                12.4,
                                "the source's roller beat 80 times a minute, how deep is not told: one that turns evenly gives less")
                        .within(() -> pulsatileShare()),
                figure(
                                "TF-656",
                                "pulse of 3/8 inch at 148 rpm by that of 1/2 inch at 89 rpm, 4 L/min each",
                                "",
                                "[P82]")
                        .independent()
                        .between(
                                0.05,
                                0.95,
                                "wide tubing that turns slowly pulses more; how much, the abstract does not say")
                        .within(() -> pulse(27, 1.9) / pulse(45, 4.3)));
    }

    private static double pulsatileShare() {
        Trial heart = loop().part(PartKind.HEART, "source", "pump", "aorta")
                .with(PatientParameters.LARGEST_STROKE, 119)
                .trial();
        Sketch sketch = loop().junction("outlet").tube("outlet", "line", "aorta", Devices.THREE_EIGHTHS, 200);
        Trial roller = Devices.roller(sketch, "source", "outlet", 45)
                .with(PumpParameters.MISSING, 4.3)
                .trial()
                .turn("pump", 4_000 / 45.0);
        return 100 * pulsatilePower(roller, "line") / pulsatilePower(heart, "pump");
    }

    /// A mock aorta that drains through a resistance, filled from a tank at 10 mmHg.
    private static Sketch loop() {
        return new Sketch()
                .tank("source", 10)
                .part(PartKind.COMPARTMENT, "aorta")
                .with(PatientParameters.VESSELS, 1.5)
                .with(PatientParameters.UNSTRESSED, 0)
                .with(LineParameters.VOLUME, 120)
                .tank("sink", 0)
                .part(PartKind.RESISTOR, "aorta", "rest", "sink")
                .with(LineParameters.LINEAR, 20);
    }

    /// Mean of pressure times flow into the aorta, less the product of their means.
    private static double pulsatilePower(Trial trial, String into) {
        trial.run(60);
        double[] sums = new double[2];
        double power = trial.mean(60, () -> {
            double pressure = trial.pressure("aorta");
            double flow = trial.litresPerMin(into);
            sums[0] += pressure / 60_000;
            sums[1] += flow / 60_000;
            return pressure * flow;
        });
        return power - sums[0] * sums[1];
    }

    /// Swing of flow of a roller head by its mean.
    private static double pulse(double strokeMl, double missingMl) {
        Sketch sketch = new Sketch().fluid(2.5).tank("source", 0).tank("sink", 0);
        Trial trial = Devices.roller(sketch, "source", "sink", strokeMl)
                .with(PumpParameters.MISSING, missingMl)
                .trial()
                .turn("pump", 4_000 / strokeMl)
                .run(1);
        double mean = trial.mean(6, () -> trial.litresPerMin("pump"));
        double square = trial.mean(6, () -> {
            double away = trial.litresPerMin("pump") - mean;
            return away * away;
        });
        return Math.sqrt(square) / mean;
    }
}
