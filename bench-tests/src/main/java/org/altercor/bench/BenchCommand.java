package org.altercor.bench;

import org.altercor.bench.figures.TwinFiguresCommand;
import org.altercor.bench.journal.JournalCaseCommand;
import org.altercor.bench.journal.JournalCostCommand;
import org.altercor.bench.journal.JournalCrashCommand;
import org.altercor.bench.journal.StorageFaultsCommand;
import org.altercor.bench.latency.AirStopCommand;
import org.altercor.bench.latency.StopLatencyCommand;
import org.altercor.bench.speed.TwinSpeedCommand;
import org.altercor.controller.cli.Command;
import picocli.CommandLine;

/// `altercor bench PROTOCOL`: what a biomedical engineer measures on a bench.
@CommandLine.Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "PROTOCOL",
        subcommands = {
            AirStopCommand.class,
            JournalCaseCommand.class,
            JournalCostCommand.class,
            JournalCrashCommand.class,
            StorageFaultsCommand.class,
            StopLatencyCommand.class,
            TwinFiguresCommand.class,
            TwinSpeedCommand.class
        },
        description = "Run a bench protocol.")
public final class BenchCommand implements Command {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say which protocol.");
    }
}
