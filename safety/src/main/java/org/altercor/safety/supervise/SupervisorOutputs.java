package org.altercor.safety.supervise;

import java.util.List;
import org.altercor.hal.port.Annunciator;
import org.altercor.hal.port.RunPulses;

/// The outputs that the supervisor carries its decisions out with, every cycle. Nobody else gets hold of them.
///
/// @param runPulses   run power of the drives that stop
/// @param annunciator buzzer and lamps
public record SupervisorOutputs(List<RunPulses> runPulses, Annunciator annunciator) {
    public SupervisorOutputs {
        runPulses = List.copyOf(runPulses);
    }

    /// Does what a report decided. Supervisor thread only; allocates nothing.
    void apply(SafetyReport report) {
        for (int i = 0; i < runPulses.size(); i++) {
            if (report.runPower) {
                runPulses.get(i).allow();
            } else {
                runPulses.get(i).withdraw();
            }
        }
        annunciator.sound(report.signal);
        annunciator.light(report.signal);
    }
}
