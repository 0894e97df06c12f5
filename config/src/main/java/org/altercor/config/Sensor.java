package org.altercor.config;

import java.util.List;
import java.util.Optional;

/// A sensor the machine has: what it measures, where, and for whom. How it is wired stands in the rig.
///
/// @param name                name, unique among the sensors
/// @param kind                what it measures
/// @param place               where it sits
/// @param pumps               names of the pumps it serves; empty for kinds that serve none
/// @param distanceToCannulaCm length of line from the sensor to the cannula in cm; for air sensors only
/// @param lineTubing          tubing of that line; for air sensors only
public record Sensor(
        String name,
        SensorKind kind,
        Place place,
        List<String> pumps,
        Optional<Double> distanceToCannulaCm,
        Optional<Tubing> lineTubing) {
    public Sensor {
        pumps = List.copyOf(pumps);
    }
}
