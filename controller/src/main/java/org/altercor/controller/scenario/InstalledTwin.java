package org.altercor.controller.scenario;

import java.util.List;
import java.util.Optional;
import org.altercor.config.load.Checked;
import org.altercor.config.load.Problem;
import org.altercor.config.load.Spot;
import org.altercor.config.scenario.Scenario;
import org.altercor.hal.twin.TwinWorld;

/// The scenario files and the twin that come with this program.
public final class InstalledTwin implements TwinSource {
    @Override
    public Found read(String fileOrName) {
        return new Found.Refused(new Checked.Refused(List.of(new Problem(
                new Spot(fileOrName, 1, 1, ""),
                "a scenario file",
                "nothing yet: this build has no reader for scenario files",
                Optional.empty()))));
    }

    @Override
    public TwinWorld world(Scenario scenario) {
        throw new IllegalStateException("this build reads no scenario, so that there is none to make a world for");
    }
}
