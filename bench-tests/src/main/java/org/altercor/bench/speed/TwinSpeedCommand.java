package org.altercor.bench.speed;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.altercor.bench.ShippedMachine;
import org.altercor.bench.speed.TwinSpeed.Measured;
import org.altercor.config.circuit.Circuit;
import org.altercor.controller.cli.Command;
import org.altercor.controller.cli.Json;
import picocli.CommandLine;

/// `altercor bench twin-speed`: steps a second, bytes a step, cost by the size of a circuit, volume error over hours.
@CommandLine.Command(
        name = "twin-speed",
        mixinStandardHelpOptions = true,
        description = {
            "Measure the physics of the twin on one core: CPU time of a step, what it allocates, how the cost grows with "
                    + "the circuit, and what rounding does to the volume of blood.",
            "Exit code 1 when the adult circuit is slower than 500 times real time, allocates, or loses 0.1 mL."
        })
public final class TwinSpeedCommand implements Command {
    private static final double LEAST_FACTOR = 500;
    private static final double MOST_ERROR_ML = 0.1;
    private static final int[] ROWS = {8, 16, 32, 64, 128};

    @CommandLine.Option(
            names = "--hours",
            description = "Simulated time for the volume error (default: ${DEFAULT-VALUE}).")
    private double hours = 4;

    @CommandLine.Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    /// One line of the report, in SI and mL.
    record Row(
            String circuit, int parts, double nsPerStep, double realTimeFactor, double nsPerPart, double bytesPerStep) {
        static Row of(String name, Measured measured) {
            return new Row(
                    name,
                    measured.parts(),
                    measured.nanosAStep(),
                    measured.realTimeFactor(),
                    measured.nanosAPart(),
                    measured.bytesAStep());
        }
    }

    /// The whole report.
    record Report(List<Row> circuits, double hours, double volumeErrorMl) {}

    @Override
    public Integer call() {
        var speed = new TwinSpeed(9, 200_000);
        Circuit adult = ShippedMachine.adult().circuit().orElseThrow();
        List<Row> rows = new ArrayList<>();
        Row first = Row.of(adult.name(), speed.measure(adult, 40));
        rows.add(first);
        for (int tubes : ROWS) {
            Circuit row = TwinSpeed.row(tubes);
            rows.add(Row.of(row.name(), speed.measure(row, 0)));
        }
        var report = new Report(rows, hours, speed.volumeErrorMl(adult, 100, hours));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(report));
        } else {
            print(report, out);
        }
        out.flush();
        boolean isGood = first.realTimeFactor() >= LEAST_FACTOR
                && first.bytesPerStep() == 0
                && Math.abs(report.volumeErrorMl()) <= MOST_ERROR_ML;
        return isGood ? TRUE : FALSE;
    }

    private static void print(Report report, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-16s %6s %10s %12s %10s %12s%n",
                "circuit",
                "parts",
                "ns a step",
                "x real time",
                "ns a part",
                "bytes a step");
        for (Row row : report.circuits()) {
            out.printf(
                    Locale.ROOT,
                    "%-16s %6d %10.0f %12.0f %10.1f %12.1f%n",
                    row.circuit(),
                    row.parts(),
                    row.nsPerStep(),
                    row.realTimeFactor(),
                    row.nsPerPart(),
                    row.bytesPerStep());
        }
        out.printf(Locale.ROOT, "volume error after %.1f h: %.2g mL%n", report.hours(), report.volumeErrorMl());
    }
}
