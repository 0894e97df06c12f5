package org.altercor.controller.scenario;

import java.time.Instant;
import java.util.Optional;
import org.altercor.config.load.Checked;
import org.altercor.config.scenario.Scenario;
import org.altercor.controller.operator.Desk;
import org.altercor.hal.twin.TwinWorld;
import org.altercor.safety.journal.Journal;
import org.altercor.safety.journal.JournalWriter;

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

    /// A new stage for a scenario: its world, and its operator's desk where there is one.
    default Stage stage(Scenario scenario) {
        return new Stage(world(scenario), Optional.empty());
    }

    /// A new stage for a scenario, of which a journal is kept where loops run.
    ///
    /// @param place where the journal's segments lie
    /// @param begun what its clock on the wall shows at first
    default Stage recorded(Scenario scenario, JournalWriter.Place place, Instant begun) {
        return stage(scenario);
    }

    /// Where a scenario happens.
    ///
    /// @param world   the simulated world
    /// @param desk    where the operator acts; empty where no loops run
    /// @param journal that is kept; ended by who lets the scenario run
    record Stage(TwinWorld world, Optional<Desk> desk, Optional<Journal> journal) {
        /// One of which no journal is kept.
        public Stage(TwinWorld world, Optional<Desk> desk) {
            this(world, desk, Optional.empty());
        }
    }
}
