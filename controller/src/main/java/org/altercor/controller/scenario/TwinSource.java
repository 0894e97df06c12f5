package org.altercor.controller.scenario;

import org.altercor.config.load.Checked;
import org.altercor.config.scenario.Scenario;
import org.altercor.hal.twin.TwinWorld;

/// Where scenarios come from, and the worlds they run in.
public interface TwinSource {
    /// What came of reading a scenario.
    sealed interface Found {
        /// It has no problem that a file can have.
        record Ready(Scenario scenario) implements Found {}

        /// It has.
        record Refused(Checked.Refused refusal) implements Found {}
    }

    /// Reads a scenario with the circuit or the machine it names.
    Found read(String fileOrName);

    /// A new world for a scenario: its circuit or its machine, its seed.
    TwinWorld world(Scenario scenario);
}
