package org.altercor.config.rig;

import java.time.LocalDate;
import java.util.List;

/// A protection that acts by wire and needs no program.
///
/// @param name     name
/// @param pumps    pumps it acts on
/// @param against  what it watches
/// @param how      how it acts, in a sentence
/// @param provedBy who saw it act
/// @param provedOn when
public record HardwareProtection(
        String name, List<String> pumps, List<Hazard> against, String how, String provedBy, LocalDate provedOn) {
    public HardwareProtection {
        pumps = List.copyOf(pumps);
        against = List.copyOf(against);
    }
}
