package org.altercor.bench.timing;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.controller.cli.Command;
import org.altercor.controller.loop.LoopPair;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.realtime.ThreadedExecutor;
import org.altercor.hal.rig.Rig;
import org.altercor.hal.rig.RigBinder;
import org.altercor.hal.rig.UnboundDriverException;
import org.altercor.hal.time.ThreadRole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `altercor timing`: how well the two loops keep their time on this machine, beside `cyclictest` when it is installed.
///
/// The loops run over a bound rig, with its bus and twin threads running beside them. Nothing is ever asked to turn.
@CommandLine.Command(
        name = "timing",
        mixinStandardHelpOptions = true,
        description = {
            "Time both loops on this machine, beside cyclictest when it is installed.",
            "Wake-up latency, cycle time, missed deadlines, allocation, CPU share and time to safepoint, in blocks that "
                    + "take turns with cyclictest (Debian: rt-tests). Nothing is asked to turn."
        })
public final class TimingCommand implements Command {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    @CommandLine.Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long, in all. Default: ${DEFAULT-VALUE}. Below 60 the ratios say little.")
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

    @CommandLine.Option(names = "--json", description = "Print JSON instead of a table.")
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
                print(time(machine));
                yield TRUE;
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
        PrintWriter progress = spec.commandLine().getErr();
        SupervisorBeat beat = LoopPair.newBeat();
        Rig rig = RigBinder.bind(machine, beat);
        LoopPair loops = LoopPair.over(machine, rig, beat);
        List<TimedLoop> timed = List.of(
                new TimedLoop(
                        "supervisor", ThreadRole.SUPERVISOR, LoopPair.SUPERVISOR_PERIOD_NANOS, loops.supervisor()),
                new TimedLoop("control", ThreadRole.CONTROL, LoopPair.CONTROL_PERIOD_NANOS, loops.control()));
        try (RealTime realTime = RealTime.obtain()) {
            progress.println(realTime.status().banner());
            realTime.status().remedies().forEach(progress::println);
            progress.flush();
            var others = new ThreadedExecutor(realTime, (name, thrown) -> {
                progress.println("thread '" + name + "' ended: " + thrown);
                progress.flush();
            });
            rig.scheduleOn(others);
            others.start();
            try {
                var run = new TimingRun(realTime, timed, Cyclictest.find(), words -> {
                    progress.println(words);
                    progress.flush();
                });
                return run.run(seconds);
            } finally {
                others.stop(LONGEST_STOP);
            }
        }
    }

    private void print(TimingResult result) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? result.json() : TimingText.of(result));
        out.flush();
    }
}
