package org.altercor.hal.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.altercor.config.LossPolicy;
import org.altercor.config.Machine;
import org.altercor.config.PumpHead;
import org.altercor.config.rig.Output;
import org.altercor.config.rig.OutputKind;
import org.altercor.hal.bus.RunPulseGiver;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.port.RunPulses;
import org.altercor.hal.port.SafeTorqueOff;
import org.altercor.hal.time.ThreadRole;
import org.altercor.hal.twin.DrivePower;
import org.altercor.hal.twin.TwinAnnunciator;
import org.altercor.hal.twin.TwinLineClamp;
import org.altercor.hal.twin.TwinOutput;
import org.altercor.hal.twin.TwinRunPower;
import org.altercor.hal.twin.TwinSafeTorqueOff;
import org.altercor.hal.twin.TwinSupply;

/// Binds the outputs of a rig to the twin: the part of [RigBinder] that must be done before the drives, because it
/// decides what can take their power away.
///
/// Used once, at start; allocates.
final class OutputBinder {
    private final Machine machine;
    private final SupervisorBeat beat;
    private final TwinSupply supply = new TwinSupply();

    private final Map<String, TwinLineClamp> clamps = new LinkedHashMap<>();
    private final Map<String, RunPulses> runPulses = new LinkedHashMap<>();
    private final Map<String, SafeTorqueOff> safeTorqueOffs = new LinkedHashMap<>();
    private final Map<String, List<DrivePower>> powerOfPumps = new LinkedHashMap<>();
    private final List<TwinRunPower> runPower = new ArrayList<>();
    private final List<TwinOutput> twinOutputs = new ArrayList<>();
    private final List<Rig.Task> tasks = new ArrayList<>();
    private final TwinAnnunciator annunciator;

    OutputBinder(Machine machine, SupervisorBeat beat) {
        this.machine = machine;
        this.beat = beat;
        machine.rig().outputs().forEach(this::bind);
        boolean hasLamp = machine.rig().outputs().stream().anyMatch(output -> output.kind() == OutputKind.LAMP);
        annunciator = new TwinAnnunciator(hasLamp, runPower, supply);
        twinOutputs.add(annunciator); // after the run power that keeps its buzzer quiet
    }

    private void bind(Output output) {
        switch (output.driver()) {
            case Output.Driver.Gpio _ ->
                throw new IllegalStateException(
                        UnboundPorts.sentence(List.of(output.name())) + ", and was not refused");
            case Output.Driver.Twin _ -> bindToTwin(output);
        }
    }

    private void bindToTwin(Output output) {
        switch (output.kind()) {
            case CLAMP -> {
                var clamp = new TwinLineClamp(
                        output.closesWithin().orElseThrow(), output.unpowered(), isPrimedShut(output), supply);
                twinOutputs.add(clamp);
                clamps.put(output.name(), clamp);
            }
            case RUN_PULSES -> {
                var power = new TwinRunPower(supply);
                var giver = new RunPulseGiver(power, beat, longestFinish(output));
                twinOutputs.add(power);
                runPower.add(power);
                cuts(output, power);
                runPulses.put(output.name(), giver);
                tasks.add(new Rig.Task(ThreadRole.PULSES, "pulses " + output.name(), RunPulses.PERIOD_NANOS, giver));
            }
            case STO -> {
                var sto = new TwinSafeTorqueOff(supply);
                twinOutputs.add(sto);
                cuts(output, sto);
                safeTorqueOffs.put(output.name(), sto);
            }
            case BUZZER, LAMP -> {} // all of them are the one annunciator
        }
    }

    private void cuts(Output output, DrivePower power) {
        output.pumps()
                .forEach(pump -> powerOfPumps
                        .computeIfAbsent(pump, _ -> new ArrayList<>())
                        .add(power));
    }

    private Duration longestFinish(Output output) {
        return output.pumps().stream()
                .map(pump -> switch (machine.pump(pump).orElseThrow().onLoss(machine.profile())) {
                    case LossPolicy.Stop(var finish) -> finish;
                    // configuration feeds no such pump by run pulses
                    case LossPolicy.Hold _, LossPolicy.HoldThenStop _ -> Duration.ZERO;
                })
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /// Everything that can take the power of a twin drive away.
    List<DrivePower> powerOf(String pump) {
        return powerOfPumps.getOrDefault(pump, List.of());
    }

    OutputPorts ports() {
        return new OutputPorts(new LinkedHashMap<>(clamps), runPulses, safeTorqueOffs, annunciator);
    }

    /// The clamps of the twin, by name.
    Map<String, TwinLineClamp> twinClamps() {
        return clamps;
    }

    /// What the twin has to step, in order.
    List<TwinOutput> twinOutputs() {
        return twinOutputs;
    }

    /// What gives the run pulses.
    List<Rig.Task> tasks() {
        return tasks;
    }

    /// A line that a stopped head leaves open is primed with its clamp shut.
    private boolean isPrimedShut(Output output) {
        return output.pumps().stream()
                .flatMap(name -> machine.pump(name).stream())
                .anyMatch(pump -> pump.head() == PumpHead.CENTRIFUGAL);
    }
}
