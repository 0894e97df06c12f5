package org.altercor.controller.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.altercor.config.BloodSource;
import org.altercor.config.Machine;
import org.altercor.config.Pump;
import org.altercor.hal.rig.UnboundPorts;

/// What a machine's files ask for and this version does not do, a sentence each: a key that is read, found right and
/// then ignored is a limit that somebody believes in.
final class NotYet {
    private NotYet() {}

    static List<String> of(Machine machine) {
        List<String> sentences = new ArrayList<>();
        UnboundPorts.of(machine).forEach(port -> sentences.add(UnboundPorts.sentence(List.of(port))));
        for (Pump pump : machine.pumps()) {
            if (pump.drawsFrom().filter(BloodSource.ARTERIAL_LINE::equals).isPresent()) {
                sentences.add(pump.name() + ": draws-from does nothing yet; it does not stop with the arterial pump");
            }
            pump.follows()
                    .ifPresent(leader -> sentences.add(String.format(
                            Locale.ROOT,
                            "%s: follows does nothing yet; it turns as it is asked, whatever %s does",
                            pump.name(),
                            leader)));
        }
        if (!machine.sensors().isEmpty()) {
            sentences.add("no sensor stops, slows or clamps anything yet, whatever it reads");
        }
        sentences.add(String.format(
                Locale.ROOT,
                "of profile %s only [max-flow], for rollers, and [loss] act yet; no other limit or target does",
                machine.profile().name()));
        return sentences;
    }
}
