package org.altercor.bench.figures;

import static org.altercor.bench.figures.Figure.figure;

import java.util.List;

/// Pressure drops of cannulae and oxygenators, and what drains through them.
final class CannulaFigures {
    private static final String ROUNDED = "half of the last digit that is printed";
    private static final String A_FIFTH = "20 %: what one maker's size may differ from another's (J)";
    private static final String DEVICES = "14 %: how far three adult oxygenators lie apart [P25]";
    private static final String TWO_MAKERS =
            "The two makers' 18 Fr differ by more, in water already; which is meant is a parameter.";

    private CannulaFigures() {}

    static List<Figure> all() {
        return List.of(
                figure("TF-401", "flow at 100 mmHg, arterial 18 Fr", "L/min", "[P25]")
                        .about(4.07, 0.005, ROUNDED)
                        .within(() -> returned(water(), 18, 100)),
                figure("TF-402", "flow at 100 mmHg, arterial 21 Fr", "L/min", "[P25]")
                        .about(5.70, 0.005, ROUNDED)
                        .within(() -> returned(water(), 21, 100)),
                figure("TF-403", "flow at 100 mmHg, arterial 23 Fr", "L/min", "[P25]")
                        .about(7.07, 0.005, ROUNDED)
                        .within(() -> returned(water(), 23, 100)),
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
                        .outside(TWO_MAKERS, () -> returnDrop(3, 18)),
                figure("TF-407", "drop of an 18 Fr return at 5 L/min", "mmHg", "[D from P24]")
                        .independent()
                        .about(116.6, 23.3, A_FIFTH)
                        .outside(TWO_MAKERS, () -> returnDrop(5, 18)),
                figure("TF-408", "flow at 200 mmHg, arterial 16 Fr of another maker", "L/min", "[P104]")
                        .independent()
                        .about(3.5, 0.7, A_FIFTH)
                        .within(() -> returned(new Sketch().blood(40, 30), 16, 200)),
                figure("TF-409", "flow at 200 mmHg, arterial 19 Fr of another maker", "L/min", "[P104]")
                        .independent()
                        .about(5.0, 1.0, A_FIFTH)
                        .within(() -> returned(new Sketch().blood(40, 30), 19, 200)),
                figure(
                                "TF-418",
                                "flow lost by a 16 Fr return at 20 mmHg when blood takes the place of water",
                                "%",
                                "[P112]")
                        .independent()
                        .between(27, 40, "returns of 15 to 17 Fr at low flows")
                        .within(() -> lost(16, 20)),
                figure("TF-419", "the same at 300 mmHg", "%", "[P112]")
                        .independent()
                        .between(5, 15, "returns of 15 to 17 Fr in the upper range of flow")
                        .within(() -> lost(16, 300)),
                figure("TF-420", "the same, 21 Fr at 100 mmHg", "%", "[P112]")
                        .independent()
                        .between(3, 21, "most of 14 returns")
                        .within(() -> lost(21, 100)),
                figure("TF-411", "drop of a Quadrox-i Adult at 4 L/min", "mmHg", "[P25]")
                        .about(45, 0.5, ROUNDED)
                        .within(() -> oxygenatorDrop(4, Devices.QUADROX_MPA_S)),
                figure("TF-412", "drop of an adult oxygenator at 4 L/min, 2.7 mPa·s", "mmHg", "[D from P77]")
                        .independent()
                        .about(37, 5.2, DEVICES)
                        .within(() -> oxygenatorDrop(4, 2.7)),
                figure("TF-413", "the same at 5 L/min", "mmHg", "[D from P77]")
                        .independent()
                        .about(50, 7, DEVICES)
                        .within(() -> oxygenatorDrop(5, 2.7)),
                figure("TF-414", "the same at 6 L/min", "mmHg", "[D from P77]")
                        .independent()
                        .about(64, 9, DEVICES)
                        .within(() -> oxygenatorDrop(6, 2.7)));
    }

    /// What charts are measured with.
    private static Sketch water() {
        return new Sketch().fluid(Devices.WATER_MPA_S).density(Devices.WATER_KG_PER_M3);
    }

    /// Flow in L/min that a pressure sends through a cannula whose drop grows with the square of flow.
    static double flowAt(double mmHg, double quadratic) {
        return new Sketch()
                .tank("high", mmHg)
                .tank("low", 0)
                .cannula("high", "cannula", "low", quadratic)
                .trial()
                .settle()
                .litresPerMin("cannula");
    }

    /// Flow in L/min that a pressure sends through an arterial cannula.
    private static double returned(Sketch filled, double french, double mmHg) {
        Sketch sketch = filled.tank("high", mmHg).tank("low", 0);
        return Devices.arterialCannula(sketch, "high", "low", french)
                .trial()
                .settle()
                .litresPerMin("cannula");
    }

    /// Share of the flow of water, in percent, that warm (J) blood does not reach. Its haematocrit is that with which
    /// the
    /// same group measured other cannulae [P113].
    private static double lost(double french, double mmHg) {
        return 100 * (1 - returned(new Sketch().blood(26, 37), french, mmHg) / returned(water(), french, mmHg));
    }

    private static double returnDrop(double litresPerMin, double french) {
        Sketch sketch = water().tank("source", 0)
                .junction("start")
                .tank("end", 0)
                .flow("source", "flow", "start", litresPerMin);
        return Devices.arterialCannula(sketch, "start", "end", french)
                .trial()
                .settle()
                .drop("cannula");
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

    private static double oxygenatorDrop(double litresPerMin, double viscosityMpaS) {
        Sketch sketch = new Sketch()
                .fluid(viscosityMpaS)
                .tank("source", 0)
                .junction("start")
                .tank("end", 0)
                .flow("source", "flow", "start", litresPerMin);
        return Devices.oxygenator(sketch, "start", "end").trial().settle().drop("oxygenator");
    }
}
