package org.altercor.bench.figures;

import static org.altercor.bench.figures.Devices.FIVE_SIXTEENTHS;
import static org.altercor.bench.figures.Devices.HALF;
import static org.altercor.bench.figures.Devices.QUARTER;
import static org.altercor.bench.figures.Devices.THREE_EIGHTHS;
import static org.altercor.bench.figures.Figure.figure;

import java.util.List;

/// What tubing holds, what it loses, and how heavy the blood in it is.
final class TubingFigures {
    private static final String ROUNDED = "half of the last digit that is printed";
    private static final String CHART = "5 %: as exactly as a chart of friction factors is read (J)";
    private static final String TWO_PERCENT = "2 %: friction takes a little of the push within the time measured (J)";

    private TubingFigures() {}

    static List<Figure> all() {
        return List.of(
                figure("TF-101", "drop of 1 m of 1/4 inch, 2.3 mPa·s, 1 L/min", "mmHg", "[D]")
                        .about(7.2, 0.05, ROUNDED)
                        .within(() -> drop(QUARTER, 2.3, 1)),
                figure("TF-102", "drop of 1 m of 1/4 inch, 2.3 mPa·s, 4 L/min", "mmHg", "[D]")
                        .about(98.4, 0.05, ROUNDED)
                        .within(() -> drop(QUARTER, 2.3, 4)),
                figure("TF-103", "drop of 1 m of 3/8 inch, 2.3 mPa·s, 3 L/min", "mmHg", "[D]")
                        .about(6.7, 0.05, ROUNDED)
                        .within(() -> drop(THREE_EIGHTHS, 2.3, 3)),
                figure("TF-104", "drop of 1 m of 3/8 inch, 3.0 mPa·s, 6 L/min", "mmHg", "[D]")
                        .about(31.2, 0.05, ROUNDED)
                        .within(() -> drop(THREE_EIGHTHS, 3, 6)),
                figure("TF-105", "drop of 1 m of 1/2 inch, 2.3 mPa·s, 6 L/min", "mmHg", "[D]")
                        .about(7.4, 0.05, ROUNDED)
                        .within(() -> drop(HALF, 2.3, 6)),
                figure("TF-106", "drop of 1 m of 1/2 inch, 3.0 mPa·s, 3 L/min", "mmHg", "[D]")
                        .about(1.8, 0.05, ROUNDED)
                        .within(() -> drop(HALF, 3, 3)),
                figure(
                                "TF-107",
                                "the same by the law of smooth pipes: 1/4 inch, 2.3 mPa·s, 7 L/min",
                                "mmHg",
                                "[D from P105]")
                        .independent()
                        .about(255.5, 12.8, CHART)
                        .within(() -> drop(QUARTER, 2.3, 7)),
                figure("TF-108", "the same: 3/8 inch, 2.3 mPa·s, 6 L/min", "mmHg", "[D from P105]")
                        .independent()
                        .about(28.8, 1.44, CHART)
                        .within(() -> drop(THREE_EIGHTHS, 2.3, 6)),
                figure("TF-109", "the same: 1/2 inch, 2.3 mPa·s, 7 L/min", "mmHg", "[D from P105]")
                        .independent()
                        .about(9.65, 0.48, CHART)
                        .within(() -> drop(HALF, 2.3, 7)),
                figure("TF-110", "volume of 1 inch of 1/4 inch", "mL", "[P42]")
                        .independent()
                        .about(0.80, 0.005, ROUNDED)
                        .within(() -> volumeOfAnInch(QUARTER)),
                figure("TF-111", "volume of 1 inch of 5/16 inch", "mL", "[P42]")
                        .independent()
                        .about(1.26, 0.005, ROUNDED)
                        .within(() -> volumeOfAnInch(FIVE_SIXTEENTHS)),
                figure("TF-112", "volume of 1 inch of 3/8 inch", "mL", "[P42]")
                        .independent()
                        .about(1.81, 0.005, ROUNDED)
                        .within(() -> volumeOfAnInch(THREE_EIGHTHS)),
                figure("TF-113", "volume of 1 inch of 1/2 inch", "mL", "[P42]")
                        .independent()
                        .about(3.22, 0.005, ROUNDED)
                        .within(() -> volumeOfAnInch(HALF)),
                figure("TF-114", "inertance of 1 m of 1/4 inch", "mmHg·s²/mL", "[D]")
                        .about(0.249, 0.005, TWO_PERCENT)
                        .within(() -> inertance(QUARTER)),
                figure("TF-115", "inertance of 1 m of 3/8 inch", "mmHg·s²/mL", "[D]")
                        .about(0.1105, 0.0022, TWO_PERCENT)
                        .within(() -> inertance(THREE_EIGHTHS)),
                figure("TF-116", "inertance of 1 m of 1/2 inch", "mmHg·s²/mL", "[D]")
                        .about(0.0622, 0.0012, TWO_PERCENT)
                        .within(() -> inertance(HALF)));
    }

    private static double drop(double boreMm, double viscosityMpaS, double litresPerMin) {
        return new Sketch()
                .fluid(viscosityMpaS)
                .tank("source", 0)
                .junction("start")
                .tank("end", 0)
                .flow("source", "flow", "start", litresPerMin)
                .tube("start", "tube", "end", boreMm, 100)
                .trial()
                .settle()
                .drop("tube");
    }

    private static double volumeOfAnInch(double boreMm) {
        return volume(boreMm, 3.54) - volume(boreMm, 1);
    }

    private static double volume(double boreMm, double lengthCm) {
        return new Sketch()
                .junction("a")
                .junction("b")
                .tube("a", "tube", "b", boreMm, lengthCm)
                .trial()
                .now("circuit.volume-ml");
    }

    /// Pressure by the acceleration it gives to blood at rest.
    private static double inertance(double boreMm) {
        double seconds = 0.01;
        double mmHg = 50;
        Trial trial = new Sketch()
                .fluid(2.3)
                .tank("a", mmHg)
                .tank("b", 0)
                .tube("a", "tube", "b", boreMm, 100)
                .trial()
                .run(seconds);
        return mmHg * seconds / (trial.now("tube.flow-ml-per-min") / 60);
    }
}
