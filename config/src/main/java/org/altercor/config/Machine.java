package org.altercor.config;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.rig.Rig;

/// A whole machine: all kinds of file read, checked and put together. Immutable; made by the reader only from
/// files without a problem.
///
/// @param name        name
/// @param title       for people
/// @param pumps       pumps, in the order of the file
/// @param sensors     sensors, in the order of the file
/// @param profile     limits and targets
/// @param rig         wiring
/// @param circuit     what the twin simulates; present when any port of the rig is the twin's
/// @param sources     the files it was read from, in the order in which they were read
/// @param readOn      the day on which they were read: calibrations expire
/// @param fingerprint SHA-256 over kind and content of all of them, in hexadecimal: the same files under other names
///                    have the same
/// @param cautions    what is allowed and yet worth knowing, one sentence each
public record Machine(
        String name,
        String title,
        List<Pump> pumps,
        List<Sensor> sensors,
        Profile profile,
        Rig rig,
        Optional<Circuit> circuit,
        List<SourceFile> sources,
        LocalDate readOn,
        String fingerprint,
        List<String> cautions) {
    public Machine {
        pumps = List.copyOf(pumps);
        sensors = List.copyOf(sensors);
        sources = List.copyOf(sources);
        cautions = List.copyOf(cautions);
    }

    /// The same machine over another circuit, whose parts stand where its own has them.
    public Machine over(Circuit other) {
        return new Machine(
                name, title, pumps, sensors, profile, rig, Optional.of(other), sources, readOn, fingerprint, cautions);
    }

    /// The pump of a name.
    public Optional<Pump> pump(String pumpName) {
        return pumps.stream().filter(pump -> pump.name().equals(pumpName)).findFirst();
    }
}
