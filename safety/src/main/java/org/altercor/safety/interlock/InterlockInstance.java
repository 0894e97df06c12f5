package org.altercor.safety.interlock;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.altercor.config.Machine;
import org.altercor.config.Place;
import org.altercor.config.Pump;
import org.altercor.config.PumpRole;
import org.altercor.config.rig.Output;
import org.altercor.config.rig.OutputKind;
import org.altercor.safety.observe.Channel;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Quantity;

/// One row of the table at one place of a machine: an override, a latch and an alarm belong to an instance, so that a
/// second cause of the same kind is still a cause.
///
/// @param interlock the row
/// @param subject   the sensor, the pump or the clamp that it watches
/// @param pumps     names of the pumps it may act on, in the machine's order
public record InterlockInstance(Interlock interlock, String subject, List<String> pumps) {
    /// The subject of rows that watch the program itself.
    public static final String PROGRAM = "program";

    public InterlockInstance {
        pumps = List.copyOf(pumps);
    }

    /// Unique in the machine, and fit for topics and addresses: `al-01-air-arterial`.
    public String alarmCode() {
        return interlock.alarm().toLowerCase(Locale.ROOT) + '-' + subject;
    }

    /// What has happened and where, as events tell it.
    public String words() {
        return interlock.what() + " (" + subject + ')';
    }

    /// Whether it is an alarm on any of its pumps.
    ///
    /// @param machine  whose interlock it is
    /// @param isHazard true: that its condition holds; false: that nobody knows
    public boolean isHeeded(Machine machine, boolean isHazard) {
        return pumps.stream()
                .map(name -> interlock.on(Duty.of(machine.pump(name).orElseThrow())))
                .anyMatch(responses -> (isHazard ? responses.onHazard() : responses.onUnknown()) != Response.NONE);
    }

    /// All instances that the supervisor of a machine judges, in the order of the table.
    public static List<InterlockInstance> of(Machine machine, MachineLayout layout) {
        List<InterlockInstance> instances = new ArrayList<>();
        for (Interlock interlock : Interlock.values()) {
            instances.addAll(of(interlock, machine, layout));
        }
        return List.copyOf(instances);
    }

    private static List<InterlockInstance> of(Interlock interlock, Machine machine, MachineLayout layout) {
        return switch (interlock) {
            case LINE_AIR -> ofChannels(interlock, layout.switches(), each -> each.quantity() == Quantity.AIR_SEEN);
            case LEVEL_CRITICAL, LEVEL_LOW ->
                ofChannels(interlock, layout.values(), each -> each.quantity() == Quantity.LEVEL);
            case OVER_PRESSURE, PRESSURE_HIGH, LINE_FALL ->
                ofChannels(interlock, layout.values(), is(Quantity.PRESSURE, Place.ARTERIAL_LINE));
            case CARDIOPLEGIA_OVER_PRESSURE ->
                ofChannels(interlock, layout.values(), is(Quantity.PRESSURE, Place.CARDIOPLEGIA_LINE));
            case BACKFLOW -> ofChannels(interlock, layout.values(), is(Quantity.FLOW, Place.ARTERIAL_LINE));
            case LOW_SPEED_OPEN -> ofPumps(interlock, machine, pump -> Duty.of(pump) == Duty.ARTERIAL_CENTRIFUGAL);
            case CLAMP_ASTRAY ->
                machine.rig().outputs().stream()
                        .filter(output -> output.kind() == OutputKind.CLAMP)
                        .map(output -> ofClamp(interlock, machine, output))
                        .toList();
            case OVERSPEED, WRONG_DIRECTION, STILL_TURNING, BUS_LOST, DRIVE_APART ->
                ofPumps(interlock, machine, _ -> true);
            case CONTROL_LOST -> List.of(new InterlockInstance(interlock, PROGRAM, layout.pumps()));
            case SUPERVISOR_LOST -> List.of(); // nobody can judge his own death: the control loop does
            case NO_ARTERIAL_FLOW -> noArterialFlow(interlock, machine);
        };
    }

    private static Predicate<Channel> is(Quantity quantity, Place place) {
        return each -> each.is(quantity, place);
    }

    private static List<InterlockInstance> ofChannels(
            Interlock interlock, List<Channel> channels, Predicate<Channel> wanted) {
        return channels.stream()
                .filter(wanted)
                .map(each -> new InterlockInstance(interlock, each.sensor(), each.pumps()))
                .toList();
    }

    private static List<InterlockInstance> ofPumps(Interlock interlock, Machine machine, Predicate<Pump> wanted) {
        return machine.pumps().stream()
                .filter(wanted)
                .map(pump -> new InterlockInstance(interlock, pump.name(), List.of(pump.name())))
                .toList();
    }

    private static InterlockInstance ofClamp(Interlock interlock, Machine machine, Output clamp) {
        return new InterlockInstance(
                interlock,
                clamp.name(),
                machine.pumps().stream().map(Pump::name).filter(clamp::serves).toList());
    }

    private static List<InterlockInstance> noArterialFlow(Interlock interlock, Machine machine) {
        List<String> dependent = machine.pumps().stream()
                .filter(InterlockInstance::dependsOnArterialFlow)
                .map(Pump::name)
                .toList();
        return machine.pumps().stream()
                .filter(pump -> pump.role() == PumpRole.ARTERIAL && !dependent.isEmpty())
                .map(pump -> new InterlockInstance(interlock, pump.name(), dependent))
                .toList();
    }

    private static boolean dependsOnArterialFlow(Pump pump) {
        return switch (pump.role()) {
            case CARDIOPLEGIA, HAEMOFILTRATION -> true;
            case ARTERIAL, VENT, SUCTION -> false;
        };
    }
}
