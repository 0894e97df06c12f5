package org.altercor.controller.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.altercor.config.load.Checked;
import org.altercor.config.load.Problem;
import org.altercor.config.rig.SerialSettings;
import org.altercor.controller.scenario.ActRefusedException;
import org.altercor.controller.scenario.LoadedScenario;
import org.altercor.controller.scenario.LoadedScenario.Recording;
import org.altercor.controller.scenario.ScenarioReport;
import org.altercor.controller.scenario.ScenarioResult;
import org.altercor.controller.scenario.ScenarioText;
import org.altercor.controller.scenario.TwinSource;
import org.altercor.hal.line.LineOpener;
import org.altercor.hal.time.MonotonicClock;
import org.altercor.safety.journal.Journal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `altercor twin SCENARIO…`: runs scenarios over the digital twin and judges what they expect; or makes one a
/// process of its own, whose pump is driven over a serial line.
@CommandLine.Command(
        name = "twin",
        mixinStandardHelpOptions = true,
        description = {
            "Run scenarios over the digital twin, faster than real time.",
            "Prints each expectation with what was found and what was allowed. With --serve one scenario runs in real "
                    + "time, and a master on a serial line drives one of its pumps."
        },
        footer = {
            "",
            "Exit code: 0 only when every expectation of every scenario holds.",
            "",
            "Examples:",
            "  altercor twin air-in-venous-line.toml",
            "  altercor twin prime.toml --csv prime.csv --every 0.01",
            "  altercor twin prime.toml --signals list",
            "  altercor twin prime.toml --serve /dev/ttyUSB0 --slave 1 --pump arterial"
        })
public final class TwinCommand implements Command {
    private static final String LIST = "list";

    private final TwinSource source;
    private final Function<SerialSettings, LineOpener> openers;

    @CommandLine.Parameters(paramLabel = "SCENARIO", arity = "1..*", description = "Scenario files.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private List<String> files;

    @CommandLine.Option(names = "--csv", paramLabel = "FILE", description = "Record signals of one scenario here.")
    private @Nullable Path csv;

    @CommandLine.Option(
            names = "--signals",
            paramLabel = "NAME",
            split = ",",
            description = "What to record, with commas between; '" + LIST + "' prints what there is. Default: what the "
                    + "scenario is about, at most 12.")
    private List<String> signals = new ArrayList<>();

    @CommandLine.Option(
            names = "--every",
            paramLabel = "S",
            defaultValue = "0.1",
            description = "Seconds between two rows, 0.001 or more. Default: ${DEFAULT-VALUE}.")
    private double everySeconds;

    @CommandLine.Option(
            names = "--journal",
            paramLabel = "FOLDER",
            description = "Keep a journal of one scenario that has an operator, as 'run' keeps of a machine.")
    private @Nullable Path journal;

    @CommandLine.Option(names = "--json", description = "Print JSON: an object for one scenario, an array for several.")
    private boolean json;

    @CommandLine.Option(
            names = "--no-timing",
            description = "Leave out of the JSON how fast this computer was: the same seed then gives the same bytes.")
    private boolean noTiming;

    @CommandLine.ArgGroup(exclusive = false, heading = "%nAs a process of its own:%n")
    private @Nullable ServeOptions serve;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    /// @param source  where scenarios and their worlds come from
    /// @param openers open the serial line of `--serve`
    TwinCommand(TwinSource source, Function<SerialSettings, LineOpener> openers) {
        this.source = source;
        this.openers = openers;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkOptions();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter told = json ? spec.commandLine().getErr() : out; // with --json nothing but JSON goes out
        Optional<String> served = serve == null ? Optional.empty() : Optional.of(serve.pump);
        List<LoadedScenario> scenarios = new ArrayList<>();
        for (String file : files) {
            load(file, served, told).ifPresent(scenarios::add);
        }
        boolean allRead = scenarios.size() == files.size();
        if (signals.equals(List.of(LIST))) {
            scenarios.forEach(scenario -> out.print(scenario.signals()));
        } else if (serve != null) {
            return allRead && serve.run(scenarios.getFirst(), openers, out) ? TRUE : FALSE;
        } else {
            allRead &= runAll(scenarios, out, told);
        }
        out.flush();
        told.flush();
        return allRead ? TRUE : FALSE;
    }

    private void checkOptions() {
        if (!(everySeconds >= 0.001 && everySeconds <= 3_600)) {
            throw refused("--every is " + everySeconds + " s; allowed: 0.001 to 3600.");
        }
        if (files.size() > 1 && (csv != null || serve != null || journal != null)) {
            throw refused("--csv, --journal and --serve take one scenario, not " + files.size() + ".");
        }
        if (journal != null && (csv != null || serve != null)) {
            throw refused("--journal goes with neither --csv nor --serve.");
        }
        if (serve != null && (csv != null || json)) {
            throw refused("--serve runs until it is stopped; it goes with neither --csv nor --json.");
        }
        if (csv == null && !signals.isEmpty() && !signals.equals(List.of(LIST))) {
            throw refused("--signals says what --csv records; '--signals " + LIST + "' prints what there is.");
        }
    }

    private CommandLine.ParameterException refused(String why) {
        return new CommandLine.ParameterException(spec.commandLine(), why);
    }

    private Optional<LoadedScenario> load(String file, Optional<String> served, PrintWriter told) {
        return switch (source.read(file)) {
            case TwinSource.Found.Ready(var scenario) -> {
                var loaded = new LoadedScenario(file, scenario, source);
                List<Problem> problems = loaded.problems(served);
                if (!problems.isEmpty()) {
                    told.print(new Checked.Refused(problems).render());
                    yield Optional.empty();
                }
                yield Optional.of(loaded);
            }
            case TwinSource.Found.Refused(var refusal) -> {
                told.print(refusal.render());
                yield Optional.empty();
            }
        };
    }

    private boolean runAll(List<LoadedScenario> scenarios, PrintWriter out, PrintWriter told) throws IOException {
        List<ScenarioResult> results = new ArrayList<>();
        boolean allHold = true;
        for (LoadedScenario scenario : scenarios) {
            try {
                ScenarioResult result = run(scenario);
                results.add(result);
                allHold &= result.failed() == 0;
                if (!json) {
                    out.print(ScenarioText.of(result));
                    out.flush();
                }
            } catch (ActRefusedException e) {
                told.println(scenario.file() + ": " + e.getMessage());
                allHold = false;
            }
        }
        if (json) {
            List<ScenarioReport> reports = results.stream()
                    .map(result -> ScenarioReport.of(result, !noTiming))
                    .toList();
            out.println(Json.write(files.size() == 1 && reports.size() == 1 ? reports.getFirst() : reports));
        } else if (files.size() > 1) {
            out.print(ScenarioText.total(results));
        }
        return allHold;
    }

    private ScenarioResult run(LoadedScenario scenario) throws IOException {
        if (journal != null) {
            return scenario.run(Journal.in(journal), Instant.now(), MonotonicClock.SYSTEM);
        }
        if (csv == null) {
            return scenario.run(MonotonicClock.SYSTEM);
        }
        scenario.unknownSignals(signals).ifPresent(why -> {
            throw refused("--signals: " + why + ".");
        });
        return scenario.run(new Recording(csv, signals, everySeconds), MonotonicClock.SYSTEM);
    }
}
