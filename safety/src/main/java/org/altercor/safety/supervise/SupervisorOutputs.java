package org.altercor.safety.supervise;

import java.util.List;
import org.altercor.hal.port.Annunciator;
import org.altercor.hal.port.DriveStop;
import org.altercor.hal.port.LineClamp;
import org.altercor.hal.port.RunPulses;
import org.altercor.hal.port.SafeTorqueOff;

/// The outputs that the supervisor carries its decisions out with, every cycle. Nobody else gets hold of them.
///
/// @param stops           stop slots of the drives, in the machine's order
/// @param clamps          line clamps, in the rig's order
/// @param safeTorqueOffs  second paths to a drive's power
/// @param runPulses       run power of the drives that stop
/// @param annunciator     buzzer and lamps
public record SupervisorOutputs(
        List<DriveStop> stops,
        List<LineClamp> clamps,
        List<SafeTorqueOff> safeTorqueOffs,
        List<RunPulses> runPulses,
        Annunciator annunciator) {
    public SupervisorOutputs {
        stops = List.copyOf(stops);
        clamps = List.copyOf(clamps);
        safeTorqueOffs = List.copyOf(safeTorqueOffs);
        runPulses = List.copyOf(runPulses);
    }

    /// Looks at what the outputs say of themselves. Supervisor thread only; allocates nothing.
    void look(OutputsLook into) {
        for (int i = 0; i < clamps.size(); i++) {
            into.clamps[i].look(clamps.get(i));
        }
        for (int i = 0; i < safeTorqueOffs.size(); i++) {
            safeTorqueOffs.get(i).readTripped(into.stoTripped[i]);
        }
        for (int i = 0; i < runPulses.size(); i++) {
            runPulses.get(i).readPowered(into.runPowered[i]);
        }
    }

    /// Does what a report decided: what stops comes first. Supervisor thread only; allocates nothing.
    void apply(SafetyReport report) {
        for (int i = 0; i < stops.size(); i++) {
            if (report.stopDemanded[i]) {
                stops.get(i).demand();
            } else {
                stops.get(i).release();
            }
        }
        for (int i = 0; i < safeTorqueOffs.size(); i++) {
            if (report.stoTripped[i]) {
                safeTorqueOffs.get(i).trip();
            } else {
                safeTorqueOffs.get(i).restore();
            }
        }
        for (int i = 0; i < clamps.size(); i++) {
            if (report.clampTold[i] && report.clampClosed[i]) {
                clamps.get(i).close();
            } else if (report.clampTold[i]) {
                clamps.get(i).open();
            }
        }
        for (int i = 0; i < runPulses.size(); i++) {
            if (report.runPower) {
                runPulses.get(i).allow();
            } else {
                runPulses.get(i).withdraw();
            }
        }
        annunciator.sound(report.sound);
        annunciator.light(report.light);
    }
}
