package org.altercor.controller.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.altercor.config.Machine;
import org.altercor.config.Pump;
import org.altercor.config.PumpRole;
import org.altercor.config.Sensor;
import org.altercor.config.SensorKind;
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
                sentences.add(pump.name() + ": cannot be started yet; nobody watches its transmembrane pressure");
            }
        }
        String onlyShown = machine.sensors().stream()
                .filter(sensor -> isOnlyShown(sensor.kind()))
                .map(Sensor::name)
                .collect(Collectors.joining(", "));
        if (!onlyShown.isEmpty()) {
            sentences.add("only shown, and nothing stops, slows or clamps by them yet: " + onlyShown);
        }
        sentences.add(String.format(
                Locale.ROOT,
                "of profile %s the deviation, no-flow, no-gas and temperature limits alarm nobody yet",
                machine.profile().name()));
        return sentences;
    }

    /// Sensors that no row of the interlock table looks at yet.
    private static boolean isOnlyShown(SensorKind kind) {
        return switch (kind) {
            case LID, EMERGENCY_STOP, POWER, GAS_FLOW, TEMPERATURE -> true;
            case AIR, LEVEL, PRESSURE, FLOW, BLOOD_MONITOR, TACHOMETER, KNOB -> false;
        };
    }
}
