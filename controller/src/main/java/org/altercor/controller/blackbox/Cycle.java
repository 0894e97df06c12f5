package org.altercor.controller.blackbox;

import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.SupervisorInputs;

/// One cycle of the supervisor as it was recorded. Filled again for the next one.
///
/// @param inputs what it saw, with the newest of what the control loop said
/// @param report what it decided
record Cycle(SupervisorInputs inputs, SafetyReport report) {
    /// Whether what the control loop said is of now: of a silent one the last words stand there for ever.
    boolean isControlHeard() {
        return report.controlAlive;
    }
}
