package org.altercor.config.rig;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Something the supervisor switches.
///
/// @param name      name
/// @param kind      what it does
/// @param driver    what stands behind its port
/// @param unpowered what it does without power
/// @param pumps     the pumps it acts on; empty for buzzer and lamp
/// @param closesWithin time in which a clamp shuts; present exactly for clamps
public record Output(
        String name,
        OutputKind kind,
        Driver driver,
        Unpowered unpowered,
        List<String> pumps,
        Optional<Duration> closesWithin) {
    public Output {
        pumps = List.copyOf(pumps);
    }

    /// What stands behind an output port.
    public sealed interface Driver {
        /// A GPIO line.
        record Gpio(GpioLine line) implements Driver {}

        /// The digital twin.
        record Twin() implements Driver {}
    }

    /// Whether it acts on a pump, or on its line.
    public boolean serves(String pump) {
        return pumps.contains(pump);
    }
}
