package org.altercor.config.load;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.altercor.config.Place;
import org.altercor.config.Pump;
import org.altercor.config.PumpHead;
import org.altercor.config.PumpRole;
import org.altercor.config.Sensor;
import org.altercor.config.SensorKind;
import org.altercor.config.rig.Output;
import org.altercor.config.rig.SensorWiring;
import org.altercor.config.schema.MachineKeys;

/// Checks that the arterial pump is watched: air, level and pressure at places where watching helps, flow and a clamp
/// for a centrifugal head, and an air sensor far enough from the cannula.
final class ProtectionChecks {
    /// From the air input to the stop frame at the drive: what the bus budget of an arterial drive is a share of (J).
    private static final Duration FIRMWARE = Duration.ofMillis(20);

    /// Air must still be on its way after one and a half times the time the stop takes (J).
    private static final double MARGIN = 1.5;

    private final Parts parts;
    private final Problems problems;

    private ProtectionChecks(Parts parts, Problems problems) {
        this.parts = parts;
        this.problems = problems;
    }

    static void check(Parts parts, Problems problems) {
        var checks = new ProtectionChecks(parts, problems);
        if (!parts.machine().file().isComplete()) {
            return;
        }
        for (Values pump : parts.machine().file().all("pump")) {
            if (pump.find(MachineKeys.ROLE).filter(PumpRole.ARTERIAL::equals).isPresent()) {
                checks.arterial(pump);
            }
        }
        parts.pumps().stream().filter(pump -> pump.role() == PumpRole.ARTERIAL).forEach(checks::stopDistance);
    }

    private void arterial(Values pump) {
        if (!parts.isBench()) {
            needs(pump, SensorKind.AIR, EnumSet.of(Place.ARTERIAL_LINE, Place.VENOUS_LINE));
            needs(pump, SensorKind.LEVEL, EnumSet.of(Place.RESERVOIR));
            needs(pump, SensorKind.PRESSURE, EnumSet.of(Place.ARTERIAL_LINE, Place.OXYGENATOR_INLET));
        }
        if (pump.find(MachineKeys.HEAD).filter(PumpHead.CENTRIFUGAL::equals).isPresent()) {
            needs(pump, SensorKind.FLOW, EnumSet.of(Place.ARTERIAL_LINE));
            if (parts.rig().clamp(pump.name()).isEmpty()) {
                problems.add(
                        pump.spot(MachineKeys.HEAD),
                        "a centrifugal arterial pump without a clamp in the rig",
                        "an output that does \"clamp\" for it: a stopped centrifugal head is an open pipe");
            }
        }
    }

    private void needs(Values pump, SensorKind kind, Set<Place> places) {
        boolean isThere = parts.machine().file().all("sensor").stream()
                .anyMatch(sensor -> sensor.find(MachineKeys.KIND)
                                .filter(kind::equals)
                                .isPresent()
                        && sensor.find(MachineKeys.PLACE).map(places::contains).orElse(true)
                        && sensor.find(MachineKeys.PUMPS)
                                .map(names -> names.contains(pump.name()))
                                .orElse(true));
        if (!isThere) {
            problems.add(
                    pump.spot(MachineKeys.ROLE),
                    "an arterial pump without its " + kind.word() + " sensor",
                    "a sensor that measures %s at %s and serves %s%s"
                            .formatted(
                                    kind.word(),
                                    String.join(
                                            " or ",
                                            places.stream().map(Place::word).toList()),
                                    pump.name(),
                                    kind == SensorKind.FLOW ? "" : ", or a bench rig with its banner"));
        }
    }

    /// What ends the flow: a roller that stands shuts the line, a centrifugal head needs its clamp.
    private double flowEndsAfterMillis(Pump pump) {
        double standstill = pump.calibration().commissioning().stop().standstillMillis();
        return switch (pump.head()) {
            case ROLLER -> standstill;
            case CENTRIFUGAL ->
                parts.rig()
                        .clamp(pump.name())
                        .flatMap(Output::closesWithin)
                        .map(closing -> (double) closing.toMillis())
                        .orElse(standstill);
        };
    }

    private void stopDistance(Pump pump) {
        for (Sensor sensor : parts.sensors()) {
            Optional<SensorWiring> wiring = parts.rig().sensor(sensor.name());
            if (sensor.kind() == SensorKind.AIR
                    && sensor.place() == Place.ARTERIAL_LINE
                    && sensor.pumps().contains(pump.name())
                    && wiring.isPresent()
                    && parts.profile().isPresent()) {
                double flowMlPerSecond = parts.profile().get().maxFlow().arterialMlPerMin() / 60;
                double lineMl = sensor.lineTubing().orElseThrow().volumeMlPerMetre()
                        * sensor.distanceToCannulaCm().orElseThrow()
                        / 100;
                double transitMillis = lineMl / flowMlPerSecond * 1_000;
                double stopMillis = wiring.get().latency().toMillis() + FIRMWARE.toMillis() + flowEndsAfterMillis(pump);
                if (transitMillis < MARGIN * stopMillis) {
                    problems.add(
                            parts.inMachine("sensor", sensor.name(), MachineKeys.DISTANCE),
                            String.format(
                                    Locale.ROOT,
                                    "%.0f cm: at %.1f L/min air passes them in %.0f ms, and the stop takes %.0f ms",
                                    sensor.distanceToCannulaCm().orElseThrow(),
                                    flowMlPerSecond * 0.06,
                                    transitMillis,
                                    stopMillis),
                            String.format(
                                    Locale.ROOT,
                                    "at least %.0f cm, or a profile with at most %.1f L/min: one and a half times the stop",
                                    Math.ceil(sensor.distanceToCannulaCm().orElseThrow()
                                            * MARGIN
                                            * stopMillis
                                            / transitMillis),
                                    Math.floor(lineMl / (MARGIN * stopMillis) * 600) / 10));
                }
            }
        }
    }
}
