package org.altercor.safety.observe;

import java.util.List;
import org.altercor.config.Place;

/// One quantity of one sensor.
///
/// @param name           unique: the sensor's name, and the quantity's word behind it where it is not the first
/// @param sensor         name of the sensor in the machine
/// @param quantity       what it is
/// @param place          where the sensor sits
/// @param pumps          names of the pumps it serves; empty for kinds that serve none
/// @param lostAfterNanos age from which its newest value counts as lost, from its period and its latency
public record Channel(
        String name, String sensor, Quantity quantity, Place place, List<String> pumps, long lostAfterNanos) {
    public Channel {
        pumps = List.copyOf(pumps);
    }

    /// Whether it is a quantity at a place.
    public boolean is(Quantity wanted, Place where) {
        return quantity == wanted && place == where;
    }

    /// Whether it serves a pump.
    public boolean serves(String pump) {
        return pumps.contains(pump);
    }
}
