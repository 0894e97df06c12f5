package org.altercor.controller.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.altercor.config.load.ScenarioFiles;
import org.altercor.config.scenario.Scenario;
import org.altercor.hal.rig.MachineWorld;
import org.altercor.hal.twin.CircuitWorld;
import org.altercor.hal.twin.TwinWorld;
import org.altercor.safety.journal.JournalWriter;

/// The scenario files and the twin that come with this program.
public final class InstalledTwin implements TwinSource {
    private final ScenarioFiles files;

    /// What comes with it, for a day: machines whose calibrations have expired by then are refused.
    public InstalledTwin(LocalDate today) {
        files = new ScenarioFiles(today);
    }

    @Override
    public Found read(String fileOrName) {
        return switch (files.read(fileOrName)) {
            case ScenarioFiles.Read.Whole whole -> new Found.Ready(whole.scenario());
            case ScenarioFiles.Read.Refused(var why) -> new Found.Refused(why);
        };
    }

    @Override
    public TwinWorld world(Scenario scenario) {
        return stage(scenario).world();
    }

    @Override
    public Stage stage(Scenario scenario) {
        return stage(scenario, Optional.empty());
    }

    @Override
    public Stage recorded(Scenario scenario, JournalWriter.Place place, Instant begun) {
        return stage(scenario, Optional.of(new SupervisedStage.Kept(place, begun)));
    }

    private static Stage stage(Scenario scenario, Optional<SupervisedStage.Kept> journal) {
        return scenario.machine()
                .map(machine -> scenario.hasOperator()
                        ? SupervisedStage.of(machine, scenario.seed(), journal)
                        : new Stage(new MachineWorld(machine, scenario.seed()), Optional.empty()))
                .orElseGet(() -> new Stage(new CircuitWorld(scenario.circuit(), scenario.seed()), Optional.empty()));
    }
}
