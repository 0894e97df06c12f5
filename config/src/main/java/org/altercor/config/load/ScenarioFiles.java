package org.altercor.config.load;

import java.util.List;
import java.util.Optional;
import org.altercor.config.scenario.Scenario;
import org.altercor.config.schema.FileKind;

/// Reads scenarios from their files. Cold code: allocates, blocks on the disk, throws nothing for anything a file
/// holds.
public final class ScenarioFiles {
    private ScenarioFiles() {}

    /// What came of reading a scenario.
    public sealed interface Read {
        /// A scenario and its circuit without a problem.
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

    /// Reads a scenario and the circuit that it names, which is a shipped one or lies beside it.
    ///
    /// @param file path of the scenario, which ends in `.toml`
    public static Read read(String file) {
        Problems problems = new Problems();
        Sources sources = new Sources(problems);
        Optional<Scenario> scenario =
                sources.open(file, FileKind.SCENARIO).flatMap(values -> ScenarioReader.read(values, sources, problems));
        return problems.isEmpty() && scenario.isPresent()
                ? new Read.Whole(scenario.get(), sources.shown(), sources.fingerprint())
                : new Read.Refused(new Checked.Refused(problems.list()));
    }
}
