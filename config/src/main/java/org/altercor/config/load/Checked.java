package org.altercor.config.load;

import java.util.List;
import org.altercor.config.Machine;
import org.altercor.config.schema.FileKind;

/// What came of checking a file.
public sealed interface Checked {
    /// A machine file, and everything it names, without a problem.
    ///
    /// @param machine the effective machine
    record Whole(Machine machine) implements Checked {}

    /// A rig, profile, calibration, circuit or scenario file without a problem, as far as it can be checked alone.
    ///
    /// @param file  the file
    /// @param kind  what it is
    /// @param name  its name
    /// @param title its title
    record Part(String file, FileKind kind, String name, String title) implements Checked {}

    /// Something is wrong.
    ///
    /// @param problems all of it, by file and place; never empty
    record Refused(List<Problem> problems) implements Checked {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a refusal has a reason");
            }
        }

        /// All problems as text, one block each, with a last line that counts them.
        public String render() {
            StringBuilder text = new StringBuilder();
            problems.forEach(problem -> text.append(problem.render()).append('\n'));
            return text.append(problems.size() == 1 ? "1 problem" : problems.size() + " problems")
                    .append("; nothing starts.\n")
                    .toString();
        }
    }
}
