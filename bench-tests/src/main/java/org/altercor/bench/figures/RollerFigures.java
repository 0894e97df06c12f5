package org.altercor.bench.figures;

import static org.altercor.bench.figures.Devices.HALF;
import static org.altercor.bench.figures.Devices.THREE_EIGHTHS;
import static org.altercor.bench.figures.Figure.figure;

import java.util.List;
import org.altercor.config.circuit.LineParameters;

/// What a roller head delivers, bursts and ripples.
final class RollerFigures {

    private RollerFigures() {}

    static List<Figure> all() {
        return List.of(
                figure(
                                "TF-201",
                                "flow of the largest usual stroke at the fastest usual speed: 42 mL/rev, 150 rpm",
                                "L/min",
                                "[P34]")
                        .between(0.1, 8, "the flows that the source gives for a main pump")
                        .within(() -> against(0, 42, 150).litresPerMin("line")),
                figure("TF-209", "highest pressure against a closed line, 4.5 L/min", "mmHg", "[P33]")
                        .between(
                                1_000,
                                1_600,
                                "more than 1,000 was measured; the line bursts at 1,500 (J), one step later")
                        .within(RollerFigures::deadHead),
                figure("TF-210", "inlet pressure with a blocked inlet, 4.5 L/min", "mmHg", "[P33]")
                        .between(-760, -600, "near vacuum: within a fifth of it (J)")
                        .within(RollerFigures::blockedInlet),
                figure("TF-211", "dips of flow of two rollers at 100 rpm", "1/s", "[D]")
                        .about(3.33, 0.02, "a dip more or less in a minute")
                        .within(() -> dipsPerSecond(100)),
                figure("TF-212", "dips of flow of two rollers at 200 rpm", "1/s", "[D]")
                        .about(6.67, 0.02, "a dip more or less in a minute")
                        .within(() -> dipsPerSecond(200)));
    }

    /// A roller that draws from a tank and pumps through 2 m of 3/8 inch against a pressure.
    static Trial against(double mmHg, double strokeMl, double speedRpm) {
        return bench(mmHg, strokeMl).trial().turn("pump", speedRpm).settle();
    }

    private static Sketch bench(double mmHg, double strokeMl) {
        Sketch sketch = new Sketch()
                .fluid(2.5)
                .tank("source", 0)
                .junction("inlet")
                .with(LineParameters.COMPLIANCE, 0.1)
                .junction("outlet")
                .tank("sink", mmHg)
                .tube("source", "suction", "inlet", HALF, 50)
                .tube("outlet", "line", "sink", THREE_EIGHTHS, 200);
        return Devices.roller(sketch, "inlet", "outlet", strokeMl);
    }

    private static double deadHead() {
        Trial trial = bench(0, 45).trial().turn("pump", 100).run(2).set("line", LineParameters.CLOSED, 100);
        double[] highest = {0};
        trial.secondsUntil(5, () -> {
            highest[0] = Math.max(highest[0], trial.pressure("outlet"));
            return trial.now("outlet.burst") > 0;
        });
        return highest[0];
    }

    private static double blockedInlet() {
        return bench(0, 45)
                .trial()
                .turn("pump", 100)
                .run(2)
                .set("suction", LineParameters.CLOSED, 100)
                .run(5)
                .pressure("inlet");
    }

    private static double dipsPerSecond(double speedRpm) {
        Trial trial = bench(0, 27).trial().turn("pump", speedRpm).run(2);
        double[] state = {0, 0}; // dips, and whether the flow is low
        double limit = 0.027 * speedRpm * 0.9;
        trial.mean(60, () -> {
            boolean isLow = trial.litresPerMin("pump") < limit;
            state[0] += isLow && state[1] == 0 ? 1 : 0;
            state[1] = isLow ? 1 : 0;
            return 0;
        });
        return state[0] / 60;
    }
}
