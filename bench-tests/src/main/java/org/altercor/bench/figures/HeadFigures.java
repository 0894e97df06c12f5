package org.altercor.bench.figures;

import static org.altercor.bench.figures.Devices.Head.DP3;
import static org.altercor.bench.figures.Devices.Head.ROTAFLOW;
import static org.altercor.bench.figures.Devices.Head.SENKO;
import static org.altercor.bench.figures.Figure.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.altercor.bench.figures.Devices.Head;

/// Pressures that centrifugal heads make, and speeds at which they hold.
final class HeadFigures {
    private static final String ROUNDED = "1 mmHg: the table is rounded to whole mmHg";

    private record Point(Head head, double speedRpm, double litresPerMin, double mmHg) {}

    /// Points of the published curves, worked out from their coefficients.
    private static final List<Point> CURVES = List.of(
            new Point(ROTAFLOW, 1_500, 0, 67),
            new Point(ROTAFLOW, 2_000, 4, 93),
            new Point(ROTAFLOW, 3_000, -2, 306),
            new Point(ROTAFLOW, 3_000, 0, 269),
            new Point(ROTAFLOW, 3_000, 4, 223),
            new Point(ROTAFLOW, 3_500, 6, 294),
            new Point(ROTAFLOW, 4_000, 8, 370),
            new Point(ROTAFLOW, 4_500, -1, 630),
            new Point(DP3, 5_000, 3, 156),
            new Point(DP3, 7_000, 5, 287),
            new Point(DP3, 9_000, 0, 594),
            new Point(SENKO, 2_000, 3, 100),
            new Point(SENKO, 3_000, 5, 220),
            new Point(SENKO, 4_000, 6, 399));

    private HeadFigures() {}

    static List<Figure> all() {
        List<Figure> all = new ArrayList<>();
        for (Point point : CURVES) {
            String what = String.format(
                    Locale.ROOT,
                    "%s: head at %,.0f rpm and %.0f L/min",
                    point.head.device,
                    point.speedRpm,
                    point.litresPerMin);
            String source = point.head == SENKO ? "[D from P24]" : "[D from P25]";
            all.add(figure(String.format(Locale.ROOT, "TF-%d", 301 + all.size()), what, "mmHg", source)
                    .about(point.mmHg, 1, ROUNDED)
                    .within(() -> head(point.head, point.speedRpm, point.litresPerMin)));
        }
        all.add(figure("TF-315", "Rotaflow: head at 3,000 rpm and 4.2 L/min of blood", "mmHg", "[P102]")
                .independent()
                .about(250, 10, "what the bench held its pressure to")
                .outside(
                        "The published curve that the twin follows lies a ninth lower than this bench; neither says how "
                                + "head and drive differed.",
                        () -> head(ROTAFLOW, 3_000, 4.2)));
        all.add(figure("TF-316", "Rotaflow: speed that just balances 60 mmHg", "rpm", "[D from P25]")
                .about(1_417, 1, "rounded to whole rpm")
                .within(() -> balance(ROTAFLOW, 60)));
        all.add(figure("TF-317", "Rotaflow: speed that just balances 100 mmHg", "rpm", "[D from P25]")
                .about(1_829, 1, "rounded to whole rpm")
                .within(() -> balance(ROTAFLOW, 100)));
        all.add(figure("TF-318", "Deltastream DP3: speed that just balances 100 mmHg", "rpm", "[D from P25]")
                .about(3_692, 1, "rounded to whole rpm")
                .within(() -> balance(DP3, 100)));
        all.add(figure("TF-319", "Senko: speed that just balances 100 mmHg", "rpm", "[D from P24]")
                .about(1_907, 1, "rounded to whole rpm")
                .within(() -> balance(SENKO, 100)));
        all.add(figure("TF-320", "Rotaflow at standstill: pressure that pushes 1 L/min back", "mmHg", "[D from P25]")
                .about(1.14, 0.005, "half of the last digit that is printed")
                .within(() -> head(ROTAFLOW, 0, -1)));
        return List.copyOf(all);
    }

    /// Pressure made while a flow is forced through.
    private static double head(Head head, double speedRpm, double litresPerMin) {
        boolean isForward = litresPerMin >= 0;
        Sketch sketch = new Sketch()
                .tank("source", 0)
                .junction("outlet")
                .tank("sink", 0)
                .flow(isForward ? "outlet" : "sink", "flow", isForward ? "sink" : "outlet", Math.abs(litresPerMin));
        return -head.in(sketch, "source", "outlet")
                .trial()
                .turn("pump", speedRpm)
                .settle()
                .drop("pump");
    }

    private static double balance(Head head, double mmHg) {
        Sketch sketch = new Sketch().tank("source", 0).tank("sink", mmHg);
        return head.in(sketch, "source", "sink").trial().speedFor("pump", "pump", 0, 9_000);
    }
}
