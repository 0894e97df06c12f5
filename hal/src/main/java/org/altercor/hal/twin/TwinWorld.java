package org.altercor.hal.twin;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.altercor.hal.bus.KeptCommand;
import org.altercor.hal.port.DriveStop;
import org.altercor.hal.port.PumpDrive;

/// The simulated world as a scenario sees it: it moves by itself, one millisecond a step, and can be looked at,
/// changed and broken.
///
/// Nothing in it depends on anything but the circuit, the seed and what was done to it: the same acts at the same
/// steps give the same values to the last bit. Owner: the twin's thread. Nothing but [#signals] allocates in steady
/// state.
public interface TwinWorld {
    /// Lets one millisecond pass.
    void step();

    /// Simulated time since it was made, in seconds.
    double elapsedSeconds();

    /// The same time in nanoseconds: the clock by which its drives judge their leases.
    default long nowNanos() {
        return Math.round(elapsedSeconds() * 1e9);
    }

    /// Brings everything to rest while the pumps turn steadily at the speeds they were last told.
    void settle();

    /// Lets one millisecond pass for everything but the circuit, which stands still: after [#settle], so that what
    /// looks at it sees it at rest.
    void watch();

    /// How often to [#watch] until everything that looks at the circuit has seen it: 0 when nothing does.
    int watchSteps();

    /// Everything that can be looked at: fixed order, fixed for life.
    List<Signal> signals();

    /// Changes a number of a part.
    ///
    /// @throws IllegalArgumentException naming the parts, or the keys of that part, when there is no such one
    void set(String part, String key, double value);

    /// A number of a part as it is now.
    ///
    /// @throws IllegalArgumentException naming the parts, or the keys of that part, when there is no such one
    double parameter(String part, String key);

    /// Brings one bubble into a part that holds or leads blood.
    ///
    /// @param volumeMl volume of the bubble in mL
    /// @throws IllegalArgumentException naming the parts that take air
    void injectAir(String part, double volumeMl);

    /// Gives fluid into a holding part, or takes blood out of it.
    ///
    /// @param volumeMl           volume in mL; below zero takes out
    /// @param haematocritPercent of what is given, in %; 0 for clear fluid
    /// @throws IllegalArgumentException naming the parts that hold
    void give(String part, double volumeMl, double haematocritPercent);

    /// The drive of a pump head.
    ///
    /// @throws IllegalArgumentException naming the pumps there are
    PumpDrive drive(String pump);

    /// The supervisor's hold on the drive of a pump head.
    ///
    /// @throws IllegalArgumentException naming the pumps there are
    DriveStop stop(String pump);

    /// A pump for somebody who plays its control loop and its supervisor: a scenario, or the electronics of a drive
    /// that is served to a master. Each call makes a new one, which commands nothing until it is asked to.
    ///
    /// @throws IllegalArgumentException naming the pumps there are
    default KeptCommand kept(String pump) {
        return new KeptCommand(drive(pump), stop(pump));
    }

    /// Tells a clamp of the machine to close or to open, as its supervisor would.
    ///
    /// @throws IllegalArgumentException naming the clamps there are
    void clamp(String clamp, boolean isToClose);

    /// Everything that can break, by name, in a fixed order.
    Map<String, TwinDevice<?>> devices();

    /// Breaks a device, or mends it with the word `none`.
    ///
    /// @param amount how much, for faults that take an amount
    /// @throws IllegalArgumentException naming the devices, or the faults that device can have
    default void fault(String device, String fault, OptionalDouble amount) {
        TwinDevice<?> named = devices().get(device);
        if (named == null) {
            throw new IllegalArgumentException("there is no device %s; there are %s"
                    .formatted(device, String.join(", ", devices().keySet())));
        }
        named.happen(fault, amount);
    }
}
