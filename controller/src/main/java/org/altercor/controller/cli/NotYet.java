package org.altercor.controller.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.altercor.config.Machine;
import org.altercor.config.Pump;
import org.altercor.config.PumpRole;
import org.altercor.hal.rig.UnboundPorts;

/// What a machine's files ask for and this version does not do, a sentence each: a key that is read, found right and
/// then ignored is a limit that somebody believes in.
final class NotYet {
    private NotYet() {}

    static List<String> of(Machine machine) {
        List<String> sentences = new ArrayList<>();
        UnboundPorts.of(machine).forEach(port -> sentences.add(UnboundPorts.sentence(List.of(port))));
        for (Pump pump : machine.pumps()) {
            if (pump.role() == PumpRole.HAEMOFILTRATION) {
                sentences.add(pump.name() + ": nobody watches its transmembrane pressure yet; it cannot be started");
            }
        }
        sentences.add(String.format(
                Locale.ROOT,
                "of profile %s these do not act yet: low-mmhg and warn-mmhg of [cardioplegia-line], of [flow] all but"
                        + " backflow, [temperature], [targets]",
                machine.profile().name()));
        return sentences;
    }
}
