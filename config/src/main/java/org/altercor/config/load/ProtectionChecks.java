package org.altercor.config.load;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.altercor.config.Place;
import org.altercor.config.Profile;
import org.altercor.config.Pump;
import org.altercor.config.PumpHead;
import org.altercor.config.PumpRole;
import org.altercor.config.SensorKind;
import org.altercor.config.schema.MachineKeys;

/// Checks that the arterial pump is watched: air, level and pressure at places where watching helps, flow and a clamp
/// for a centrifugal head, and an air sensor far enough from the cannula.
final class ProtectionChecks {
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
                    String.format(
                            Locale.ROOT,
                            "a sensor that measures %s at %s and serves %s%s",
                            kind.word(),
                            String.join(" or ", places.stream().map(Place::word).toList()),
                            pump.name(),
                            kind == SensorKind.FLOW ? "" : ", or a bench rig with its banner"));
        }
    }

    /// At the flow that the control loop lets the pump reach; for a centrifugal head, whose flow it does not limit, at
    /// the profile's, which is the least that the line must be long enough for.
    private void stopDistance(Pump pump) {
        if (parts.profile().isEmpty()) {
            return;
        }
        Profile profile = parts.profile().get();
        double flowMlPerMin =
                pump.speedLimit(profile).flowMlPerMin().orElse(profile.maxFlow().of(pump.role()));
        for (AirPath path : AirPath.of(pump, parts.sensors(), parts.rig())) {
            if (!path.isLongEnough(flowMlPerMin)) {
                double distanceCm = path.sensor().distanceToCannulaCm().orElseThrow();
                problems.add(
                        parts.inMachine("sensor", path.sensor().name(), MachineKeys.DISTANCE),
                        String.format(
                                Locale.ROOT,
                                "%.0f cm: at %.1f L/min air passes them in %.0f ms, and the stop takes %.0f ms",
                                distanceCm,
                                flowMlPerMin / 1_000,
                                path.transitMillis(flowMlPerMin),
                                path.stopMillis()),
                        String.format(
                                Locale.ROOT,
                                "at least %.0f cm, or a profile with at most %.1f L/min: one and a half times the stop",
                                Math.ceil(distanceCm * flowMlPerMin / path.largestFlowMlPerMin()),
                                Math.floor(path.largestFlowMlPerMin() / 100) / 10));
            }
        }
    }
}
