package org.altercor.hal.rig;

import java.util.List;
import java.util.stream.Stream;
import org.altercor.config.Machine;
import org.altercor.config.rig.Output;
import org.altercor.config.rig.SensorWiring;

/// The ports of a machine that this version has no driver for: what `check` tells and [RigBinder] refuses.
public final class UnboundPorts {
    /// What is said of them, before their names.
    private static final String CANNOT_BIND = "this version cannot bind: ";

    private UnboundPorts() {}

    /// Each such port, with the driver it names, in the machine's order; none when the machine can run.
    public static List<String> of(Machine machine) {
        Stream<String> sensors = machine.sensors().stream()
                .flatMap(sensor -> machine.rig().sensor(sensor.name()).stream())
                .flatMap(UnboundPorts::sensor);
        Stream<String> outputs = machine.rig().outputs().stream().flatMap(UnboundPorts::output);
        return Stream.concat(sensors, outputs).toList();
    }

    private static Stream<String> sensor(SensorWiring wiring) {
        return switch (wiring.driver()) {
            case SensorWiring.Driver.Gpio _ -> Stream.of("sensor " + wiring.name() + " on a GPIO line");
            case SensorWiring.Driver.Modbus _ -> Stream.of("sensor " + wiring.name() + " on a Modbus register");
            case SensorWiring.Driver.BioProTT _, SensorWiring.Driver.Twin _ -> Stream.empty();
        };
    }

    private static Stream<String> output(Output output) {
        return switch (output.driver()) {
            case Output.Driver.Gpio _ -> Stream.of("output " + output.name() + " on a GPIO line");
            case Output.Driver.Twin _ -> Stream.empty();
        };
    }

    /// The sentence about some of them.
    public static String sentence(List<String> ports) {
        return CANNOT_BIND + String.join("; ", ports);
    }
}
