package org.altercor.bench.figures;

import static org.altercor.bench.figures.Devices.HALF;
import static org.altercor.bench.figures.Devices.Head.ROTAFLOW;
import static org.altercor.bench.figures.Devices.THREE_EIGHTHS;
import static org.altercor.bench.figures.Figure.figure;

import java.util.List;
import org.altercor.config.circuit.LineParameters;

/// Pump, oxygenator, line and cannula together: pressures, speeds, and what runs back.
final class LineFigures {
    private static final String ROUNDED = "1 %: rounding of the parts that were added up";

    private LineFigures() {}

    static List<Figure> all() {
        return List.of(
                figure("TF-501", "line pressure, 18 Fr, 4 L/min, 65 mmHg in the artery", "mmHg", "[D from P25]")
                        .about(190, 1.9, ROUNDED)
                        .within(() -> linePressure(18, 4)),
                figure("TF-502", "line pressure, 18 Fr, 6 L/min", "mmHg", "[D from P25]")
                        .about(340, 3.4, ROUNDED)
                        .within(() -> linePressure(18, 6)),
                figure("TF-503", "line pressure, 21 Fr, 3 L/min", "mmHg", "[D from P25]")
                        .about(106, 1.1, ROUNDED)
                        .within(() -> linePressure(21, 3)),
                figure("TF-504", "line pressure, 21 Fr, 5 L/min", "mmHg", "[D from P25]")
                        .about(185, 1.9, ROUNDED)
                        .within(() -> linePressure(21, 5)),
                figure("TF-505", "Rotaflow: speed for 5 L/min through 18 Fr, 65 mmHg in the artery", "rpm", "[P26]")
                        .independent()
                        .between(3_000, 4_000, "speeds in clinical use")
                        .within(() -> clinicalSpeed(18, 5)),
                figure("TF-506", "Rotaflow: speed for 5 L/min through 21 Fr", "rpm", "[P26]")
                        .independent()
                        .between(3_000, 4_000, "speeds in clinical use")
                        .within(() -> clinicalSpeed(21, 5)),
                figure(
                                "TF-507",
                                "Rotaflow: change of flow by speed at 3,000 rpm and 4 L/min, 18 Fr",
                                "mL/min by rpm",
                                "[D from P25]")
                        .about(2, 0.2, "10 %: rounded to one digit, from slopes that were rounded too")
                        .within(LineFigures::flowBySpeed));
    }

    /// 2 m of 3/8 inch from `line`, and a cannula to an artery.
    static Sketch line(double french, double arteryMmHg) {
        return new Sketch()
                .fluid(2.3)
                .tank("source", 0)
                .junction("line")
                .junction("tip")
                .tank("artery", arteryMmHg)
                .tube("line", "tube", "tip", THREE_EIGHTHS, 200)
                .cannula("tip", "cannula", "artery", Devices.arterial(french));
    }

    private static double linePressure(double french, double litresPerMin) {
        return line(french, 65)
                .flow("source", "flow", "line", litresPerMin)
                .trial()
                .settle()
                .pressure("line");
    }

    /// Half a metre of 1/2 inch, a Rotaflow, 20 cm of 3/8 inch, an oxygenator, and that line.
    private static Trial circuit(double french) {
        Sketch sketch = line(french, 65)
                .junction("inlet")
                .junction("outlet")
                .junction("membrane")
                .tube("source", "suction", "inlet", HALF, 50)
                .tube("outlet", "short", "membrane", THREE_EIGHTHS, 20);
        return Devices.oxygenator(ROTAFLOW.in(sketch, "inlet", "outlet"), "membrane", "line")
                .trial();
    }

    private static double clinicalSpeed(double french, double litresPerMin) {
        return circuit(french).speedFor("pump", "cannula", litresPerMin, 5_000);
    }

    private static double flowBySpeed() {
        Trial trial = circuit(18);
        double artery = 65 + 100; // the artery is raised or lowered until 3,000 rpm give 4 L/min
        for (int i = 0; i < 50; i++) {
            trial.set("artery", LineParameters.PRESSURE, artery)
                    .turn("pump", 3_000)
                    .settle();
            artery += 50 * (trial.litresPerMin("cannula") - 4);
        }
        double faster = trial.turn("pump", 3_010).settle().litresPerMin("cannula");
        double slower = trial.turn("pump", 2_990).settle().litresPerMin("cannula");
        return 1_000 * (faster - slower) / 20;
    }
}
