package org.altercor.config.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.altercor.config.Place;
import org.altercor.config.Pump;
import org.altercor.config.Sensor;
import org.altercor.config.SensorKind;
import org.altercor.config.rig.Output;
import org.altercor.config.rig.Rig;
import org.altercor.config.rig.SensorWiring;

/// The way that air has from its sensor to the cannula, beside the time that the stop takes meanwhile.
///
/// @param sensor     the air sensor on the arterial line
/// @param lineMl     volume of the line between sensor and cannula
/// @param stopMillis from air at the sensor to the end of the flow
record AirPath(Sensor sensor, double lineMl, double stopMillis) {
    /// From the air input to the stop frame at the drive: what the bus budget of an arterial drive is a share of (J).
    private static final Duration FIRMWARE = Duration.ofMillis(20);

    /// Air must still be on its way after one and a half times the time the stop takes (J).
    static final double MARGIN = 1.5;

    /// The ways to the cannula that a pump's air sensors watch, as far as they are wired.
    static List<AirPath> of(Pump pump, List<Sensor> sensors, Rig rig) {
        return sensors.stream()
                .filter(sensor -> sensor.kind() == SensorKind.AIR
                        && sensor.place() == Place.ARTERIAL_LINE
                        && sensor.pumps().contains(pump.name()))
                .flatMap(sensor -> rig.sensor(sensor.name()).map(wiring -> of(pump, sensor, wiring, rig)).stream())
                .toList();
    }

    private static AirPath of(Pump pump, Sensor sensor, SensorWiring wiring, Rig rig) {
        double lineMl = sensor.lineTubing().orElseThrow().volumeMlPerMetre()
                * sensor.distanceToCannulaCm().orElseThrow()
                / 100;
        return new AirPath(
                sensor, lineMl, wiring.latency().toMillis() + FIRMWARE.toMillis() + flowEndsAfterMillis(pump, rig));
    }

    /// What ends the flow: a roller that stands shuts the line, a centrifugal head needs its clamp.
    private static double flowEndsAfterMillis(Pump pump, Rig rig) {
        double standstill = pump.calibration().commissioning().stop().standstillMillis();
        return switch (pump.head()) {
            case ROLLER -> standstill;
            case CENTRIFUGAL -> {
                Optional<Duration> closing = rig.clamp(pump.name()).flatMap(Output::closesWithin);
                yield closing.map(time -> (double) time.toMillis()).orElse(standstill);
            }
        };
    }

    /// How long air is on its way at a flow.
    double transitMillis(double flowMlPerMin) {
        return lineMl / flowMlPerMin * 60_000;
    }

    /// Whether the stop comes in time at a flow.
    boolean isLongEnough(double flowMlPerMin) {
        return transitMillis(flowMlPerMin) >= MARGIN * stopMillis;
    }

    /// Highest flow at which the stop comes in time.
    double largestFlowMlPerMin() {
        return lineMl / (MARGIN * stopMillis) * 60_000;
    }
}
