package org.altercor.safety.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.altercor.config.Machine;
import org.altercor.config.Pump;
import org.altercor.config.Sensor;
import org.altercor.config.rig.OutputKind;

/// What stands where in the frames of a machine: pumps, channels and outputs, each by its index.
///
/// Used at start-up; finding allocates.
///
/// @param pumps     names of the pumps, in the machine's order
/// @param values    channels that are numbers, in the machine's order
/// @param switches  channels of two states, in the machine's order
/// @param clamps    names of the line clamps, in the rig's order
/// @param stos      names of the second paths to a drive's power
/// @param runPowers names of the run powers
public record MachineLayout(
        List<String> pumps,
        List<Channel> values,
        List<Channel> switches,
        List<String> clamps,
        List<String> stos,
        List<String> runPowers) {
    public MachineLayout {
        pumps = List.copyOf(pumps);
        values = List.copyOf(values);
        switches = List.copyOf(switches);
        clamps = List.copyOf(clamps);
        stos = List.copyOf(stos);
        runPowers = List.copyOf(runPowers);
    }

    /// The layout of a machine.
    public static MachineLayout of(Machine machine) {
        List<Channel> values = new ArrayList<>();
        List<Channel> switches = new ArrayList<>();
        for (Sensor sensor : machine.sensors()) {
            long lostAfterNanos = machine.rig()
                    .sensor(sensor.name())
                    .orElseThrow()
                    .lostAfter()
                    .toNanos();
            List<Quantity> quantities = Quantity.of(sensor.kind());
            for (Quantity quantity : quantities) {
                String name = quantity == quantities.getFirst() ? sensor.name() : sensor.name() + '.' + quantity.word();
                var channel =
                        new Channel(name, sensor.name(), quantity, sensor.place(), sensor.pumps(), lostAfterNanos);
                (quantity.isSwitch() ? switches : values).add(channel);
            }
        }
        return new MachineLayout(
                machine.pumps().stream().map(Pump::name).toList(),
                values,
                switches,
                machine.rig().outputs(OutputKind.CLAMP),
                machine.rig().outputs(OutputKind.STO),
                machine.rig().outputs(OutputKind.RUN_PULSES));
    }

    /// Index of the first number that is so.
    public OptionalInt value(Predicate<Channel> wanted) {
        return first(values, wanted);
    }

    /// Index of the first switch that is so.
    public OptionalInt aSwitch(Predicate<Channel> wanted) {
        return first(switches, wanted);
    }

    private static OptionalInt first(List<Channel> channels, Predicate<Channel> wanted) {
        return IntStream.range(0, channels.size())
                .filter(i -> wanted.test(channels.get(i)))
                .findFirst();
    }
}
