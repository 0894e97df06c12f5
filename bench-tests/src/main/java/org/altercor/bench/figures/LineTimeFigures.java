package org.altercor.bench.figures;

import static org.altercor.bench.figures.Devices.THREE_EIGHTHS;
import static org.altercor.bench.figures.Figure.figure;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.altercor.config.circuit.LineParameters;

/// What flow and pressure do after a change.
final class LineTimeFigures {
    private LineTimeFigures() {}

    static List<Figure> all() {
        return List.of(
                figure("TF-512", "volume that goes on to the patient after a stop from 200 mmHg", "mL", "[D from P25]")
                        .between(13, 26, "0.1 to 0.2 mL/mmHg emptied from 200 to 70 mmHg")
                        .within(LineTimeFigures::storedVolume),
                figure("TF-513", "time constant of flow: 4 m of 3/8 inch and a slope of 6 mmHg·s/mL", "s", "[D]")
                        .about(0.07, 0.01, "rounded to one digit")
                        .within(LineTimeFigures::hydraulicTime),
                figure("TF-514", "time constant of line pressure at a slope of 3.6 mmHg·s/mL", "s", "[D]")
                        .between(0.4, 0.7, "walls that take up 0.1 to 0.2 mL/mmHg")
                        .within(LineTimeFigures::lineTime));
    }

    /// A flow through 20 cm of 3/8 inch, an oxygenator, a line and an 18 Fr cannula, at rest.
    private static Trial driven(double arteryMmHg, double litresPerMin) {
        Sketch sketch = LineFigures.line(18, arteryMmHg)
                .junction("outlet")
                .junction("membrane")
                .tube("outlet", "short", "membrane", THREE_EIGHTHS, 20)
                .flow("source", "flow", "outlet", litresPerMin);
        return Devices.oxygenator(sketch, "membrane", "line").trial().settle();
    }

    private static double storedVolume() {
        double artery = 70;
        double flow = Math.sqrt((200 - artery) / (Devices.arterial(18) + 1.8)); // 2 m of line take 29 mmHg at 4 L/min
        return driven(artery, flow).set("flow", LineParameters.FLOW, 0).passedMl("cannula", 10);
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
        Trial trial = driven(65, flow);
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
        while ((seen[i] - before) / (after - before) < 1 - StrictMath.exp(-1)) {
            i++;
        }
        return (i + 1) / 1_000.0;
    }
}
