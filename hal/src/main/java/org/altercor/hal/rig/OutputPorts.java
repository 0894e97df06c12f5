package org.altercor.hal.rig;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.altercor.hal.port.Annunciator;
import org.altercor.hal.port.LineClamp;
import org.altercor.hal.port.RunPulses;
import org.altercor.hal.port.SafeTorqueOff;

/// The output ports of a machine, by name, in the rig's order. The supervisor's, and nobody else's: whoever wires
/// the loops takes them out of here once, at start-up.
///
/// @param clamps         line clamps
/// @param runPulses      run power of drives that stop
/// @param safeTorqueOffs second path of the arterial drive
/// @param annunciator    all buzzers and lamps, as one
public record OutputPorts(
        Map<String, LineClamp> clamps,
        Map<String, RunPulses> runPulses,
        Map<String, SafeTorqueOff> safeTorqueOffs,
        Annunciator annunciator) {
    public OutputPorts {
        clamps = inOrder(clamps);
        runPulses = inOrder(runPulses);
        safeTorqueOffs = inOrder(safeTorqueOffs);
    }

    private static <T> Map<String, T> inOrder(Map<String, T> ports) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(ports));
    }
}
