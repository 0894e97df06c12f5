package org.altercor.config.load;

import java.util.List;
import java.util.Optional;
import org.altercor.config.Profile;
import org.altercor.config.Pump;
import org.altercor.config.PumpRole;
import org.altercor.config.Sensor;
import org.altercor.config.rig.Rig;
import org.altercor.config.schema.Key;
import org.altercor.config.schema.MachineKeys;

/// As much of a machine as could be read: what the checks between files look at.
///
/// @param machine the machine file
/// @param rigFile the rig file
/// @param rig     as much of the rig as could be read
/// @param profile the profile, if it is whole
/// @param pumps   the pumps that could be read together with their calibration
/// @param sensors the sensors that could be read
record Parts(
        MachineReader machine,
        FileValues rigFile,
        Rig rig,
        Optional<Profile> profile,
        List<Pump> pumps,
        List<Sensor> sensors) {
    /// The role of a pump, if it could be read.
    Optional<PumpRole> role(String pump) {
        return machine.pump(pump, MachineKeys.ROLE);
    }

    /// Where a key of the rig stands.
    Spot inRig(String section, String name, Key<?> key) {
        return rigFile.named(section, name).map(values -> values.spot(key)).orElse(Spot.startOf(rigFile.file()));
    }

    /// Where a key of the machine stands.
    Spot inMachine(String section, String name, Key<?> key) {
        return machine.file()
                .named(section, name)
                .map(values -> values.spot(key))
                .orElse(Spot.startOf(machine.file().file()));
    }

    /// Whether the rig says of itself that it is a bench.
    boolean isBench() {
        return rig.bench().isPresent();
    }
}
