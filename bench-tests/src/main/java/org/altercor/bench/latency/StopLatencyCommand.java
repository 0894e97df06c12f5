package org.altercor.bench.latency;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.altercor.controller.cli.Command;
import org.altercor.controller.cli.Json;
import org.altercor.hal.realtime.RealTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `altercor bench stop-latency`: from a stop slot to the last byte of the stop frame, against an independent Modbus
/// server behind a line of limited speed, with a dead slave beside it.
@CommandLine.Command(
        name = "stop-latency",
        mixinStandardHelpOptions = true,
        description = {
            "Measure from setting a stop slot to the last byte of the stop frame at the drive.",
            "The drive is pymodbus behind a pseudo-terminal of 57600 baud, with a dead slave on the same line. Needs "
                    + "Debian's python3-pymodbus and python3-serial-asyncio."
        })
public final class StopLatencyCommand implements Command {

    @CommandLine.Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "3000",
            description = "How many stops. Default: ${DEFAULT-VALUE}; about 0.15 s each.")
    private int trials;

    @CommandLine.Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the phases at which a stop is demanded. Default: from the clock; it is printed.")
    private @Nullable Long seed;

    @CommandLine.Option(names = "--json", description = "Print JSON instead of a sentence.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (trials < 1 || trials > 1_000_000) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--trials is " + trials + "; allowed: 1 to 1000000.");
        }
        long phases = seed == null ? System.nanoTime() : seed;
        PrintWriter err = spec.commandLine().getErr();
        try (RealTime realTime = RealTime.obtain();
                StopLatency latency = new StopLatency(phases, realTime)) {
            err.println(realTime.status().banner());
            err.println("seed " + phases);
            err.flush();
            latency.measure(trials);
            StopLatency.Figures figures = latency.figures();
            PrintWriter out = spec.commandLine().getOut();
            out.println(json ? Json.write(figures) : sentence(figures));
            out.flush();
            return figures.lost() == 0 && figures.overtaken() == 0 ? TRUE : FALSE;
        }
    }

    private static String sentence(StopLatency.Figures figures) {
        return String.format(
                Locale.ROOT,
                """
                stop demanded to last byte of the stop frame at the drive, one dead slave on the line
                  all %d trials:          p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms
                  %d undisturbed trials:  p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms
                  budget of such a line: %.1f ms; lost %d, overtaken %d; the dead slave timed out %d times""",
                figures.trials(),
                figures.all().p50(),
                figures.all().p99(),
                figures.all().p999(),
                figures.all().max(),
                figures.undisturbedTrials(),
                figures.undisturbed().p50(),
                figures.undisturbed().p99(),
                figures.undisturbed().p999(),
                figures.undisturbed().max(),
                figures.budgetMs(),
                figures.lost(),
                figures.overtaken(),
                figures.deadSlaveTimeouts());
    }
}
