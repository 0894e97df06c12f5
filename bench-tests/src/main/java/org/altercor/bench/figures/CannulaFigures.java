package org.altercor.bench.figures;

import static org.altercor.bench.figures.Figure.figure;

import java.util.List;

/// Pressure drops of cannulae and oxygenators, and what drains through them.
final class CannulaFigures {
    private static final String ROUNDED = "half of the last digit that is printed";
    private static final String A_FIFTH = "20 %: what one maker's size may differ from another's (J)";
    private static final String DEVICES = "14 %: how far three adult oxygenators lie apart [P25]";
    private static final String NOT_VISCOUS =
            "The cannula of the twin grows with the square of flow alone: it does not feel blood of haematocrit 40 at 30 °C, "
                    + "and it is another maker's.";

    private CannulaFigures() {}

    static List<Figure> all() {
        return List.of(
                figure("TF-401", "flow at 100 mmHg, arterial 18 Fr", "L/min", "[P25]")
                        .about(4.07, 0.005, ROUNDED)
                        .within(() -> flowAt(100, Devices.arterial(18))),
                figure("TF-402", "flow at 100 mmHg, arterial 21 Fr", "L/min", "[P25]")
                        .about(5.70, 0.005, ROUNDED)
                        .within(() -> flowAt(100, Devices.arterial(21))),
                figure("TF-403", "flow at 100 mmHg, arterial 23 Fr", "L/min", "[P25]")
                        .about(7.07, 0.005, ROUNDED)
                        .within(() -> flowAt(100, Devices.arterial(23))),
                figure("TF-404", "drop of a 22 Fr drain at 3 L/min", "mmHg", "[D from P24]")
                        .independent()
                        .about(26.2, 5.2, A_FIFTH)
                        .within(() -> drop(3, Devices.venous(22))),
                figure("TF-405", "drop of a 22 Fr drain at 5 L/min", "mmHg", "[D from P24]")
                        .independent()
                        .about(74.6, 14.9, A_FIFTH)
                        .within(() -> drop(5, Devices.venous(22))),
                figure("TF-406", "drop of an 18 Fr return at 3 L/min", "mmHg", "[D from P24]")
                        .independent()
                        .about(39.9, 8.0, A_FIFTH)
                        .outside(
                                "The two makers' 18 Fr differ by more; which is meant is a parameter.",
                                () -> drop(3, Devices.arterial(18))),
                figure("TF-407", "drop of an 18 Fr return at 5 L/min", "mmHg", "[D from P24]")
                        .independent()
                        .about(116.6, 23.3, A_FIFTH)
                        .outside(
                                "The two makers' 18 Fr differ by more; which is meant is a parameter.",
                                () -> drop(5, Devices.arterial(18))),
                figure("TF-408", "flow at 200 mmHg, arterial 16 Fr of another maker", "L/min", "[P104]")
                        .independent()
                        .about(3.5, 0.7, A_FIFTH)
                        .outside(NOT_VISCOUS, () -> flowAt(200, Devices.arterial(16))),
                figure("TF-409", "flow at 200 mmHg, arterial 19 Fr of another maker", "L/min", "[P104]")
                        .independent()
                        .about(5.0, 1.0, A_FIFTH)
                        .outside(NOT_VISCOUS, () -> flowAt(200, Devices.arterial(19))),
                figure("TF-411", "drop of a Quadrox-i Adult at 4 L/min", "mmHg", "[P25]")
                        .about(45, 0.5, ROUNDED)
                        .within(() -> oxygenatorDrop(4)),
                figure("TF-412", "drop of an adult oxygenator at 4 L/min, 2.7 mPa·s", "mmHg", "[D from P77]")
                        .independent()
                        .about(37, 5.2, DEVICES)
                        .outside(
                                "The twin's fit is linear and passes through zero, so it gives too much where flow is small.",
                                () -> oxygenatorDrop(4)),
                figure("TF-413", "the same at 5 L/min", "mmHg", "[D from P77]")
                        .independent()
                        .about(50, 7, DEVICES)
                        .within(() -> oxygenatorDrop(5)),
                figure("TF-414", "the same at 6 L/min", "mmHg", "[D from P77]")
                        .independent()
                        .about(64, 9, DEVICES)
                        .within(() -> oxygenatorDrop(6)));
    }

    private static Sketch between(double mmHg, double quadratic) {
        return new Sketch().tank("high", mmHg).tank("low", 0).cannula("high", "cannula", "low", quadratic);
    }

    /// Flow in L/min that a pressure sends through a cannula.
    static double flowAt(double mmHg, double quadratic) {
        return between(mmHg, quadratic).trial().settle().litresPerMin("cannula");
    }

    private static double drop(double litresPerMin, double quadratic) {
        return new Sketch()
                .tank("source", 0)
                .junction("start")
                .tank("end", 0)
                .flow("source", "flow", "start", litresPerMin)
                .cannula("start", "cannula", "end", quadratic)
                .trial()
                .settle()
                .drop("cannula");
    }

    private static double oxygenatorDrop(double litresPerMin) {
        Sketch sketch = new Sketch()
                .fluid(2.7)
                .tank("source", 0)
                .junction("start")
                .tank("end", 0)
                .flow("source", "flow", "start", litresPerMin);
        return Devices.oxygenator(sketch, "start", "end").trial().settle().drop("oxygenator");
    }
}
