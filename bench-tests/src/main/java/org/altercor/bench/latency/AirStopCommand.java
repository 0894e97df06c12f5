package org.altercor.bench.latency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.altercor.bench.latency.StopLatency.Milliseconds;
import org.altercor.controller.cli.Command;
import org.altercor.controller.cli.Json;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.rig.UnboundDriverException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `altercor bench air-stop`: from air at the detector's input to the last byte of the stop frame at the drive.
@CommandLine.Command(
        name = "air-stop",
        mixinStandardHelpOptions = true,
        description = {
            "Measure from air at the input of the arterial detector to the last byte of the stop frame at the drive: both "
                    + "loops, the twin, and a dead slave on the drive's line of 57600 baud.",
            "With --cold each trial is the first of a program of its own, so that nothing is warm. Needs Debian's "
                    + "python3-pymodbus and python3-serial-asyncio."
        })
public final class AirStopCommand implements Command {
    @CommandLine.Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "300",
            description =
                    "How many stops. Default: ${DEFAULT-VALUE}; about 1.7 s each, for a latch may be reset only a "
                            + "second after its cause has gone.")
    private int trials;

    @CommandLine.Option(names = "--cold", description = "Start a program for each trial; about 5 s each.")
    private boolean cold;

    @CommandLine.Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the phases at which air comes. Default: from the clock; it is printed.")
    private @Nullable Long seed;

    @CommandLine.Option(names = "--json", description = "Print JSON instead of a sentence.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, UnboundDriverException {
        if (trials < 1 || trials > 1_000_000) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--trials is " + trials + "; allowed: 1 to 1000000.");
        }
        long phases = seed == null ? System.nanoTime() : seed;
        spec.commandLine().getErr().println("seed " + phases);
        spec.commandLine().getErr().flush();
        AirStop.Figures figures = cold ? coldFigures(phases) : figures(phases);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.write(figures) : sentence(figures));
        out.flush();
        return figures.lost() == 0 ? TRUE : FALSE;
    }

    private AirStop.Figures figures(long phases) throws IOException, UnboundDriverException {
        try (RealTime realTime = RealTime.obtain();
                var airStop = new AirStop(phases, realTime)) {
            spec.commandLine().getErr().println(realTime.status().banner());
            spec.commandLine().getErr().flush();
            airStop.measure(trials);
            return airStop.figures();
        }
    }

    /// One trial in each of so many programs, started as this one was.
    private AirStop.Figures coldFigures(long phases) throws IOException, InterruptedException {
        var nanos = new Histogram(3);
        long lost = 0;
        long timeouts = 0;
        for (int trial = 0; trial < trials; trial++) {
            AirStop.Figures one = Json.read(childOutput(phases + trial), AirStop.Figures.class);
            lost += one.lost();
            timeouts += one.deadSlaveTimeouts();
            if (one.lost() == 0) {
                nanos.recordValue(Math.round(one.all().max() * 1e6));
            }
        }
        return new AirStop.Figures(trials, lost, timeouts, Milliseconds.of(nanos));
    }

    private static String childOutput(long phases) throws IOException, InterruptedException {
        ProcessHandle.Info me = ProcessHandle.current().info();
        List<String> arguments = Arrays.asList(me.arguments().orElseThrow(AirStopCommand::nobodySays));
        List<String> command = new ArrayList<>();
        command.add(me.command().orElseThrow(AirStopCommand::nobodySays));
        command.addAll(arguments.subList(0, arguments.indexOf("bench")));
        command.addAll(List.of("bench", "air-stop", "--trials", "1", "--json", "--seed", Long.toString(phases)));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        StringBuilder text = new StringBuilder();
        try (var reader = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> text.append(line).append('\n'));
        }
        int code = child.waitFor();
        if (code != TRUE) {
            throw new IOException("a program of its own ended with " + code + ": " + text);
        }
        return text.toString();
    }

    private static IOException nobodySays() {
        return new IOException("nobody says how this program was started");
    }

    private String sentence(AirStop.Figures figures) {
        return String.format(
                Locale.ROOT,
                """
                air at the detector to last byte of the stop frame at the drive, one dead slave on the line
                  %d %s:  p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms
                  lost %d; the dead slave timed out %d times""",
                figures.trials(),
                cold ? "first trips of as many programs" : "trials",
                figures.all().p50(),
                figures.all().p99(),
                figures.all().p999(),
                figures.all().max(),
                figures.lost(),
                figures.deadSlaveTimeouts());
    }
}
