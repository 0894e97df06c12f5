package org.altercor.config.load;

import java.time.LocalDate;
import java.util.List;
import org.altercor.config.scenario.Scenario;

/// Reads scenarios from their files. Cold code: allocates, blocks on the disk, throws nothing for anything a file
/// holds.
public final class ScenarioFiles {
    private final LocalDate today;

    /// A reader for a day: a machine whose calibrations have expired by then is refused.
    public ScenarioFiles(LocalDate today) {
        this.today = today;
    }

    /// What came of reading a scenario.
    public sealed interface Read {
        /// A scenario, and everything it names, without a problem.
        ///
        /// @param scenario    the scenario
        /// @param sources     the files it was read from, in the order in which they were read
        /// @param fingerprint SHA-256 over kind, length and content of all of them, in hexadecimal
        record Whole(Scenario scenario, List<String> sources, String fingerprint) implements Read {
            public Whole {
                sources = List.copyOf(sources);
            }
        }

        /// Something is wrong.
        ///
        /// @param why everything that is, ready to be shown
        record Refused(Checked.Refused why) implements Read {}
    }

    /// Reads a scenario and the circuit or the machine that it names, which is a shipped one or lies beside it.
    ///
    /// @param file path of the scenario, which ends in `.toml`
    public Read read(String file) {
        return new Assembly(today).scenario(file);
    }
}
