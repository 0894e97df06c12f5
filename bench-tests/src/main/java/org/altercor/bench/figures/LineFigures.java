package org.altercor.bench.figures;

import static org.altercor.bench.figures.Devices.HALF;
import static org.altercor.bench.figures.Devices.Head.ROTAFLOW;
import static org.altercor.bench.figures.Devices.THREE_EIGHTHS;
import static org.altercor.bench.figures.Figure.figure;

import java.util.List;
import java.util.function.DoubleSupplier;
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
                        .within(LineFigures::flowBySpeed),
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
                        .within(LineFigures::lostInASecond),
                figure("TF-512", "volume that goes on to the patient after a stop from 200 mmHg", "mL", "[D from P25]")
                        .between(13, 26, "0.1 to 0.2 mL/mmHg emptied from 200 to 70 mmHg")
                        .within(LineFigures::storedVolume),
                figure("TF-513", "time constant of flow: 4 m of 3/8 inch and a slope of 6 mmHg·s/mL", "s", "[D]")
                        .about(0.07, 0.01, "rounded to one digit")
                        .within(LineFigures::hydraulicTime),
                figure("TF-514", "time constant of line pressure at a slope of 3.6 mmHg·s/mL", "s", "[D]")
                        .between(0.4, 0.7, "walls that take up 0.1 to 0.2 mL/mmHg")
                        .within(LineFigures::lineTime));
    }

    /// 2 m of 3/8 inch from `line`, and a cannula to an artery.
    private static Sketch line(double french, double arteryMmHg) {
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

    /// A reservoir, a Rotaflow, an oxygenator and a cannula to an artery, without tubing.
    private static Trial bare(double french, double arteryMmHg) {
        Sketch sketch = new Sketch()
                .fluid(2.3)
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

    private static double storedVolume() {
        double artery = 70;
        double flow = Math.sqrt((200 - artery) / (Devices.arterial(18) + 1.8)); // 2 m of line take 29 mmHg at 4 L/min
        Sketch sketch = line(18, artery).junction("outlet").junction("membrane");
        Devices.oxygenator(sketch, "membrane", "line");
        Trial trial = sketch.tube("outlet", "short", "membrane", THREE_EIGHTHS, 20)
                .flow("source", "flow", "outlet", flow)
                .trial()
                .settle();
        return trial.set("flow", LineParameters.FLOW, 0).passedMl("cannula", 10);
    }

    /// Stiff walls, so that only inertance and friction are left.
    private static double hydraulicTime() {
        Trial trial = new Sketch()
                .fluid(2.3)
                .tank("start", 301)
                .junction("middle")
                .with(LineParameters.COMPLIANCE, 0.0005)
                .tank("end", 0)
                .tube("start", "tube", "middle", THREE_EIGHTHS, 400)
                .with(LineParameters.WALL, 0.0005)
                .cannula("middle", "rest", "end", 0)
                .with(LineParameters.LINEAR, 77) // and 23 of the tube itself at 3.5 L/min
                .with(LineParameters.INERTANCE, 0.0001)
                .trial()
                .settle();
        return timeConstant(
                trial, () -> trial.litresPerMin("tube"), () -> trial.set("start", LineParameters.PRESSURE, 300));
    }

    private static double lineTime() {
        double flow = 60 / 2.0 / Devices.arterial(18); // where the cannula's slope is 60 mmHg by L/min
        Sketch sketch = line(18, 65).junction("outlet").junction("membrane");
        Devices.oxygenator(sketch, "membrane", "line");
        Trial trial = sketch.tube("outlet", "short", "membrane", THREE_EIGHTHS, 20)
                .flow("source", "flow", "outlet", flow)
                .trial()
                .settle();
        return timeConstant(
                trial, () -> trial.pressure("line"), () -> trial.set("flow", LineParameters.FLOW, 1_000 * flow - 50));
    }

    /// Time in which a quantity has gone 63 % of the way that a change sends it.
    private static double timeConstant(Trial trial, DoubleSupplier quantity, Runnable change) {
        double before = quantity.getAsDouble();
        change.run();
        double[] seen = new double[5_000];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = trial.mean(0.001, quantity);
        }
        double after = seen[seen.length - 1];
        int i = 0;
        while ((seen[i] - before) / (after - before) < 1 - Math.exp(-1)) {
            i++;
        }
        return (i + 1) / 1_000.0;
    }
}
