package org.altercor.controller.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.config.load.Problem;
import org.altercor.config.report.CheckReport;
import org.altercor.config.rig.Bus;
import org.altercor.config.schema.FileKind;
import org.altercor.controller.scenario.LoadedScenario;
import org.altercor.controller.scenario.TwinSource;
import org.altercor.hal.line.LineOpener.Opening;
import org.altercor.hal.serial.SerialPorts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `altercor check FILE…`: reads files of any kind and says everything that is wrong with
/// them, or what the machine is and who watches it when the program is dead.
@CommandLine.Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Check machine, rig, profile, calibration, circuit and scenario files.",
            "All problems at once, each with file, line and column. A machine without a problem is described, with who "
                    + "still watches it when the program is dead."
        },
        footer = {
            "",
            "Examples:",
            "  altercor check adult-bypass             a shipped machine, by name",
            "  altercor check my-bench.toml            a file of any kind",
            "  altercor check --rig my-rig.toml serial-bench"
        })
public final class CheckCommand implements Command {
    private final TwinSource twin;

    @CommandLine.Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files, which end in .toml, or names of shipped ones.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private List<String> files;

    @CommandLine.Option(
            names = "--rig",
            paramLabel = "FILE",
            description = "Check machines on this rig instead of the one they name.")
    private @Nullable String rig;

    @CommandLine.Option(
            names = "--probe",
            description = "Also open each serial port of the machine's rig and close it again. Moves nothing.")
    private boolean probe;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    /// @param twin knows the signals and faults that scenarios speak of
    CheckCommand(TwinSource twin) {
        this.twin = twin;
    }

    @Override
    public Integer call() {
        var reader = new MachineFiles(LocalDate.now(ZoneId.systemDefault()));
        PrintWriter out = spec.commandLine().getOut();
        boolean allWell = true;
        for (String file : files) {
            Checked checked = rig == null ? reader.check(file) : reader.machine(file, rig);
            allWell &= switch (checked) {
                case Checked.Whole(Machine machine) -> {
                    out.print(CheckReport.of(machine));
                    notYet(machine, out);
                    yield !probe || opens(machine, out);
                }
                case Checked.Part part when part.kind() == FileKind.SCENARIO && !scenario(file, out) -> false;
                case Checked.Part part -> {
                    out.printf(
                            Locale.ROOT,
                            "%s: %s \"%s\" is well, as far as it can be checked alone.%n",
                            part.file(),
                            part.kind().word(),
                            part.title());
                    boolean hasPorts = part.kind() == FileKind.RIG;
                    if (probe && hasPorts) {
                        out.printf(
                                Locale.ROOT,
                                "No port was opened: --probe wants a machine, --rig puts it on this rig.%n");
                    }
                    yield !(probe && hasPorts);
                }
                case Checked.Refused refused -> {
                    out.print(refused.render());
                    yield false;
                }
            };
        }
        out.flush();
        return allWell ? TRUE : FALSE;
    }

    /// Whether the twin knows everything a scenario speaks of; prints what it does not.
    private boolean scenario(String file, PrintWriter out) {
        return switch (twin.read(file)) {
            case TwinSource.Found.Ready(var scenario) -> {
                List<Problem> problems = new LoadedScenario(file, scenario, twin).problems(Optional.empty());
                if (!problems.isEmpty()) {
                    out.print(new Checked.Refused(problems).render());
                }
                yield problems.isEmpty();
            }
            case TwinSource.Found.Refused(var refusal) -> {
                out.print(refusal.render());
                yield false;
            }
        };
    }

    /// A machine that is well asks for more than this version does: its files are right, so that this is no failure of
    /// the check.
    private static void notYet(Machine machine, PrintWriter out) {
        out.printf(Locale.ROOT, "## Not in this version%n%n");
        NotYet.of(machine).forEach(sentence -> out.printf(Locale.ROOT, "- %s%n", sentence));
    }

    private static boolean opens(Machine machine, PrintWriter out) {
        out.printf(Locale.ROOT, "%n## Ports%n%n");
        boolean allOpen = true;
        for (Bus bus : machine.rig().buses()) {
            switch (SerialPorts.opener(bus.serial()).open()) {
                case Opening.Open(var line) -> {
                    line.close();
                    out.printf(
                            Locale.ROOT,
                            "- bus %s: %s opens%n",
                            bus.name(),
                            bus.serial().device());
                }
                case Opening.Refused(String reason) -> {
                    out.printf(Locale.ROOT, "- bus %s: %s%n", bus.name(), reason);
                    allOpen = false;
                }
            }
        }
        if (machine.rig().buses().isEmpty()) {
            out.println("- the rig has no serial bus");
        }
        return allOpen;
    }
}
