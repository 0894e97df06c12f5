package org.altercor.controller.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.altercor.config.load.Checked;
import org.altercor.config.load.Problem;
import org.altercor.config.load.Spot;
import org.altercor.config.scenario.Scenario;
import org.altercor.hal.twin.TwinWorld;

/// Scenarios by name, in a new lagging world each; any other name is refused as a file would be.
public final class ScenariosByName implements TwinSource {
    private final Map<String, Scenario> scenarios;

    ScenariosByName(Scenario scenario) {
        scenarios = Map.of(scenario.name(), scenario);
    }

    public ScenariosByName(Map<String, Scenario> scenarios) {
        this.scenarios = Map.copyOf(scenarios);
    }

    @Override
    public Found read(String fileOrName) {
        Scenario scenario = scenarios.get(fileOrName);
        return scenario != null
                ? new Found.Ready(scenario)
                : new Found.Refused(new Checked.Refused(List.of(
                        new Problem(new Spot(fileOrName, 3, 1, "lasts-s"), "-1 s", "0 to 86400 s", Optional.empty()))));
    }

    @Override
    public TwinWorld world(Scenario scenario) {
        return new LaggingWorld();
    }
}
