package org.altercor.controller.cli;

import java.util.Map;
import org.altercor.controller.scenario.Scenarios;
import org.altercor.controller.scenario.Scenarios.Claim;
import org.altercor.controller.scenario.ScenariosByName;
import org.altercor.hal.line.LineOpener.Opening;
import picocli.CommandLine;

/// `main` of a process that serves a twin on a line that cannot be opened, until it is stopped.
final class ServedProcess {
    private ServedProcess() {}

    public static void main(String[] args) {
        var scenarios = new ScenariosByName(Map.of(
                "idle",
                Scenarios.named("idle")
                        .at(0, Scenarios.expect(Claim.of("reservoir.volume-ml", 900, 1_100)))
                        .lasting(3_600)));
        var command = new TwinCommand(scenarios, _ -> () -> new Opening.Refused("there is no such port"));
        System.exit(new CommandLine(command).execute("idle", "--serve", "/dev/none", "--pump", "arterial"));
    }
}
