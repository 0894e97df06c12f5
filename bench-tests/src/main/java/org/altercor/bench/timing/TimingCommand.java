package org.altercor.bench.timing;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import org.altercor.bench.load.LoadFigures;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.controller.cli.Command;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.rig.UnboundDriverException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `altercor timing`: how well the two loops keep their time on this machine, beside `cyclictest` when it is installed.
///
/// What is timed is the machine in use, as `altercor run` has it, on its twin: console, screens, telemetry, operator.
/// Or,
/// with `--bare`, the loops over a bound rig with its bus and twin threads beside them; then nothing is asked to turn.
@CommandLine.Command(
        name = "timing",
        mixinStandardHelpOptions = true,
        description = {
            "Time both loops on this computer, beside cyclictest when it is installed (Debian: rt-tests).",
            "The machine is in use on its twin: telemetry to a demo broker, a console with three screens, an operator "
                    + "who changes flows, meets an alarm every six seconds and is refused now and then.",
            "Printed are how late cycles start and how long they take, missed deadlines, allocation, CPU share, time to "
                    + "safepoint, and what the load was."
        },
        footer = {
            "",
            "Exit code: 0 when the loops were timed, whatever the figures, and the load was there to the end.",
            "",
            "Examples:",
            "  altercor timing",
            "  altercor timing --seconds 120 --json",
            "  altercor timing --bare"
        })
public final class TimingCommand implements Command {
    @CommandLine.Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description =
                    "How long, once the load is there. Default: ${DEFAULT-VALUE}. Below 60 the ratios say little.")
    private double seconds;

    @CommandLine.Option(
            names = "--machine",
            paramLabel = "FILE",
            defaultValue = "adult-bypass",
            description = "Machine to run the loops over. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private String machineFile;

    @CommandLine.Option(names = "--rig", paramLabel = "FILE", description = "Rig to use instead of the machine's own.")
    private @Nullable String rigFile;

    @CommandLine.Option(
            names = "--bare",
            description = "Time the loops alone: no console, no telemetry, nobody acts, nothing turns.")
    private boolean bare;

    @CommandLine.Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, UnboundDriverException {
        if (!(seconds >= 1 && seconds <= 86_400)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--seconds is " + seconds + "; allowed: 1 to 86400.");
        }
        var reader = new MachineFiles(LocalDate.now(ZoneId.systemDefault()));
        return switch (rigFile == null ? reader.machine(machineFile) : reader.machine(machineFile, rigFile)) {
            case Checked.Whole(Machine machine) -> {
                TimingResult result = time(machine);
                print(result);
                LoadFigures load = result.load();
                yield load == null || load.wasWhole() ? TRUE : FALSE;
            }
            case Checked.Refused refused -> {
                spec.commandLine().getErr().print(refused.render());
                spec.commandLine().getErr().flush();
                yield FALSE;
            }
            case Checked.Part part -> throw new IllegalStateException("a machine was asked for: " + part);
        };
    }

    private TimingResult time(Machine machine) throws IOException, InterruptedException, UnboundDriverException {
        if (!bare && !machine.rig().hardware().isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "In use pumps turn, and something of " + machine.name()
                            + " can move: --bare times its loops alone.");
        }
        try (RealTime realTime = RealTime.obtain()) {
            tell(realTime.status().banner());
            realTime.status().remedies().forEach(this::tell);
            var timed = new TimedMachine(machine, realTime, Cyclictest.find(), this::tell);
            return bare ? timed.alone(seconds) : timed.inUse(seconds);
        }
    }

    private void tell(String words) {
        PrintWriter progress = spec.commandLine().getErr();
        progress.println(words);
        progress.flush();
    }

    private void print(TimingResult result) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? result.json() : TimingText.of(result));
        out.flush();
    }
}
