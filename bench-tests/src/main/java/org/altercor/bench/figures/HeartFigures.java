package org.altercor.bench.figures;

import static org.altercor.bench.figures.Figure.figure;

import java.util.List;
import org.altercor.config.circuit.LineParameters;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.circuit.PatientParameters;
import org.altercor.config.circuit.PumpParameters;
import org.altercor.hal.twin.network.CircuitModel;

/// What is left when the heart stops, and how little a roller pump beats.
final class HeartFigures {
    private static final double DEAD_SECONDS = 13;

    private HeartFigures() {}

    static List<Figure> all() {
        return List.of(
                figure("TF-651", "arterial pressure 13 s after the heart stops", "mmHg", "[P101]")
                        .independent()
                        .about(24.2, 5.3, "spread of 323 arrests in 82 patients")
                        .outside(
                                "The twin's small vessels shut at 15 mmHg, which is our own judgement.",
                                () -> arrested().pressure("arteries")),
                figure("TF-652", "time constant of that fall", "s", "[P101]")
                        .independent()
                        .about(2.9, 1.0, "spread of the patients")
                        .outside(
                                "Resistance and compliance of the twin's arteries are those of bypass; an awake circulation "
                                        + "that nobody has diluted drains more slowly.",
                                HeartFigures::fallSeconds),
                figure("TF-653", "venous pressure 13 s after the heart stops", "mmHg", "[P101]")
                        .independent()
                        .about(11.0, 5.4, "spread of the patients")
                        .within(() -> arrested().pressure("veins")),
                figure("TF-654", "arterial less venous pressure that stays", "mmHg", "[P101]")
                        .independent()
                        .about(13.2, 6.2, "spread of the patients")
                        .outside(
                                "The twin's small vessels shut at 15 mmHg, which is our own judgement: too low by as much.",
                                HeartFigures::stays),
                figure(
                                "TF-655",
                                "pulsatile power of a roller that turns evenly by that of a heart, 4 L/min",
                                "%",
                                "[P40]")
                        .independent()
                        .between(
                                0,
                                12.4,
                                "the source's roller beat 80 times a minute, less than which this one must give")
                        .within(() -> pulsatileShare(0)),
                figure("TF-656", "the same, 80 strokes a minute from standstill to twice the speed", "%", "[P40]")
                        .independent()
                        .between(12.4, 271.9, "how deep its strokes were is not told; its ventricle pump gave 271.9 %")
                        .within(() -> pulsatileShare(1)),
                figure(
                                "TF-657",
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

    /// A beating heart at 77 mmHg with a venous pressure of 7.5 mmHg, stopped for 13 s.
    private static Trial arrested() {
        return beating().set("heart", PatientParameters.STRENGTH, 0).run(DEAD_SECONDS);
    }

    private static Trial beating() {
        return Adult.patient(14, 3_490)
                .trial()
                .set("heart", PatientParameters.STRENGTH, 100)
                .run(60);
    }

    private static double stays() {
        Trial trial = arrested();
        return trial.pressure("arteries") - trial.pressure("veins");
    }

    private static double fallSeconds() {
        Trial trial = beating();
        double last = arrested().pressure("arteries");
        trial.set("heart", PatientParameters.STRENGTH, 0).run(1); // the beat that is under way ends
        double first = trial.pressure("arteries");
        double goal = last + (first - last) * Math.exp(-1);
        return trial.secondsUntil(60, () -> trial.pressure("arteries") <= goal);
    }

    /// @param depth of the strokes: 0 when the roller turns evenly, 1 when it stands still between them
    private static double pulsatileShare(double depth) {
        Trial heart = loop().part(PartKind.HEART, "source", "pump", "aorta")
                .with(PatientParameters.HALF_FILLING, 5)
                .with(PatientParameters.LARGEST_STROKE, 119)
                .trial();
        Sketch sketch = loop().junction("outlet").tube("outlet", "line", "aorta", Devices.THREE_EIGHTHS, 200);
        Trial roller = Devices.roller(sketch, "source", "outlet", 45)
                .with(PumpParameters.MISSING, 4.3)
                .trial();
        double radiansPerStep = 2 * Math.PI * 80 / 60 * CircuitModel.STEP_SECONDS;
        long[] step = {0};
        double rollerPower = pulsatilePower(roller, "line", () -> {
            roller.turn("pump", 4_000 / 45.0 * (1 - depth * StrictMath.cos(radiansPerStep * step[0]++)));
        });
        return 100 * rollerPower / pulsatilePower(heart, "pump", () -> {});
    }

    /// A mock aorta that drains through a resistance, filled from a tank at 10 mmHg.
    private static Sketch loop() {
        return new Sketch()
                .tank("source", 10)
                .part(PartKind.COMPARTMENT, "aorta")
                .with(LineParameters.COMPLIANCE, 1.5)
                .with(PatientParameters.UNSTRESSED, 0)
                .with(LineParameters.VOLUME, 120)
                .tank("sink", 0)
                .part(PartKind.RESISTOR, "aorta", "rest", "sink")
                .with(LineParameters.LINEAR, 20);
    }

    /// Mean of pressure times flow into the aorta, less the product of their means.
    private static double pulsatilePower(Trial trial, String into, Runnable eachStep) {
        trial.mean(60, () -> {
            eachStep.run();
            return 0;
        });
        double[] sums = new double[2];
        double power = trial.mean(60, () -> {
            eachStep.run();
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
