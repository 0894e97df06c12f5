package org.altercor.safety.supervise;

import java.util.function.Predicate;
import org.altercor.hal.port.Reading;
import org.altercor.safety.observe.Channel;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Observation;

/// A number that a loop sees, and the age from which it counts as lost. A machine need not have it.
///
/// @param index          in the observation's values; negative when the machine has no such sensor
/// @param lostAfterNanos age from which it counts as lost
public record Sensed(int index, long lostAfterNanos) {
    /// What a machine does not have.
    public static final Sensed NOTHING = new Sensed(WatchedPump.NONE, 0);

    /// The first number that is so; nothing when none is.
    public static Sensed first(MachineLayout layout, Predicate<Channel> wanted) {
        return layout.values().stream()
                .filter(wanted)
                .findFirst()
                .map(each -> of(layout, each))
                .orElse(NOTHING);
    }

    /// A number by its channel.
    static Sensed of(MachineLayout layout, Channel channel) {
        return new Sensed(layout.values().indexOf(channel), channel.lostAfterNanos());
    }

    /// Whether the machine has it.
    public boolean exists() {
        return index >= 0;
    }

    /// Its value; NaN when it is not known, or the machine does not have it.
    double known(SupervisorInputs inputs) {
        return known(inputs.seen, inputs.nowNanos);
    }

    /// Its value as a loop saw it; NaN when it is not known, or the machine does not have it. Allocates nothing.
    public double known(Observation seen, long nowNanos) {
        if (!exists()) {
            return Double.NaN;
        }
        Reading reading = seen.values[index];
        return reading.isUsable(nowNanos, lostAfterNanos) ? reading.value() : Double.NaN;
    }

    /// When its newest value was measured. Meaningful only while it is known.
    long sampledAtNanos(SupervisorInputs inputs) {
        return inputs.seen.values[index].sampledAtNanos();
    }
}
