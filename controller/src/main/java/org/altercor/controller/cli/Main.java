package org.altercor.controller.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.altercor.controller.scenario.InstalledTwin;
import org.altercor.hal.serial.SerialPorts;
import picocli.CommandLine;

/// `main`: finds the commands and runs the one that was asked for.
@CommandLine.Command(
        name = "altercor",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        header = {"Altercor: open firmware for the pump console of a heart-lung machine.", ""},
        description = {
            "@|bold Bench, training and research use only. Never connect it to a person.|@",
            "",
            "Commands take --help; those a machine may read take --json."
        },
        footer = {"", "Exit code: 0 only when the thing asked for is true; 1 when it is not; 2 when not understood."})
public final class Main implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do.");
    }

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // digits and decimal points as in the files, wherever the program runs
        // UTF-8 wherever the program runs: a pipe must not lose letters.
        var out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        System.exit(commandLine().setOut(out).execute(args));
    }

    /// The whole command line, with every command on the module path.
    static CommandLine commandLine() {
        var line = new CommandLine(new Main());
        var twin = new InstalledTwin(LocalDate.now(ZoneId.systemDefault()));
        Stream<Command> ours = Stream.of(
                new CheckCommand(twin),
                new JournalCommand(),
                new ReplayCommand(),
                new TableCommand(),
                new TwinCommand(twin, SerialPorts::opener),
                new RunCommand());
        Stream<Command> others = ServiceLoader.load(Command.class).stream().map(ServiceLoader.Provider::get);
        Stream.concat(ours, others)
                .sorted(Comparator.comparing(command -> command.getClass()
                        .getAnnotation(CommandLine.Command.class)
                        .name()))
                .forEach(line::addSubcommand);
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            String said = Objects.requireNonNullElse(
                    failure.getMessage(), failure.getClass().getSimpleName());
            failed.getErr().printf(Locale.ROOT, "altercor %s: %s%n", failed.getCommandName(), said);
            if (System.getenv("ALTERCOR_STACK_TRACE") == null) {
                failed.getErr().println("ALTERCOR_STACK_TRACE=1 shows where in the program.");
            } else {
                failure.printStackTrace(failed.getErr());
            }
            failed.getErr().flush();
            return Command.FALSE;
        });
        return line;
    }

    /// Version as the module says it.
    static final class Version implements CommandLine.IVersionProvider {
        /// Its name and version.
        static String program() {
            String version = Optional.ofNullable(Main.class.getModule().getDescriptor())
                    .flatMap(ModuleDescriptor::rawVersion)
                    .orElse("(not packaged)");
            return "Altercor " + version;
        }

        @Override
        public String[] getVersion() {
            return new String[] {program(), "Java " + Runtime.version()};
        }
    }
}
