package org.altercor.controller.scenario;

import org.altercor.config.load.ScenarioFiles;
import org.altercor.config.scenario.Scenario;
import org.altercor.hal.twin.CircuitWorld;
import org.altercor.hal.twin.TwinWorld;

/// The scenario files and the twin that come with this program.
public final class InstalledTwin implements TwinSource {
    @Override
    public Found read(String fileOrName) {
        return switch (ScenarioFiles.read(fileOrName)) {
            case ScenarioFiles.Read.Whole whole -> new Found.Ready(whole.scenario());
            case ScenarioFiles.Read.Refused(var why) -> new Found.Refused(why);
        };
    }

    @Override
    public TwinWorld world(Scenario scenario) {
        return new CircuitWorld(scenario.circuit(), scenario.seed());
    }
}
