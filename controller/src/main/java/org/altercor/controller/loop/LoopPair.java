package org.altercor.controller.loop;

import java.time.Duration;
import java.util.List;
import org.altercor.config.Machine;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.rig.PumpPorts;
import org.altercor.hal.rig.Rig;
import org.altercor.hal.time.CyclicExecutor;
import org.altercor.hal.time.ThreadRole;
import org.altercor.safety.event.EventRing;
import org.altercor.safety.event.ReportEvents;
import org.altercor.safety.event.SnapshotEvents;
import org.altercor.safety.frame.CycleSink;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.frame.FrameTap;
import org.altercor.safety.frame.Loop;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Observer;
import org.altercor.safety.setting.Corrections;
import org.altercor.safety.setting.SettingSlot;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.SupervisorCells;
import org.altercor.safety.supervise.SupervisorCore;
import org.altercor.safety.supervise.SupervisorInputs;
import org.altercor.safety.supervise.SupervisorLoop;
import org.altercor.safety.supervise.SupervisorOutputs;

/// The two loops of a machine over its bound rig, wired to each other. The one class of the controller that sees
/// the outputs, to hand them to the supervisor.
///
/// @param layout     what stands where in the frames
/// @param settings   what the operator may set, in the order of the frames
/// @param control    the control loop, 100 Hz
/// @param supervisor the supervisor, 200 Hz
/// @param requests   where requests to the control loop arrive; one writer
/// @param cells      what the supervisor reads and writes: snapshots, orders, what it saw, reports
/// @param rings      where both loops leave events
/// @param taps       where both loops leave their cycles; none when nobody records them
public record LoopPair(
        MachineLayout layout,
        List<SettingSlot> settings,
        ControlLoop control,
        SupervisorLoop supervisor,
        FrameCell<PumpRequests> requests,
        SupervisorCells cells,
        List<EventRing> rings,
        List<FrameTap<?, ?>> taps) {
    /// Control period.
    public static final long CONTROL_PERIOD_NANOS =
            ThreadRole.CONTROL.period().orElseThrow().toNanos();

    /// Supervisor period.
    public static final long SUPERVISOR_PERIOD_NANOS =
            ThreadRole.SUPERVISOR.period().orElseThrow().toNanos();

    /// How old the supervisor's beat may be before a bus thread calls it stale: twenty of its periods. Our own
    /// judgement.
    private static final Duration BEAT_AGE = Duration.ofMillis(100);

    /// Events that a loop may leave before the clerk comes: all interlocks of a machine at once, many times. Our own
    /// judgement.
    private static final int RING_CAPACITY = 1_024;

    /// Cycles of a loop that may wait for the recorder: two and a half seconds of the quicker one. Our own judgement:
    /// far more than an ordinary thread is kept from a processor.
    private static final int TAP_CAPACITY = 512;

    /// A beat for the drives of one rig.
    public static SupervisorBeat newBeat() {
        return new SupervisorBeat(BEAT_AGE);
    }

    /// The loops of a machine, which nobody records.
    ///
    /// @param machine says how fast each pump may be asked to turn, and how fast that flow lets it
    /// @param rig     its ports, in the machine's order
    /// @param beat    where the bus threads look for the supervisor's sign of life
    public static LoopPair over(Machine machine, Rig rig, SupervisorBeat beat) {
        return over(machine, rig, beat, MachineLayout.of(machine), (_, _, _) -> {}, (_, _, _) -> {}, List.of());
    }

    /// The loops of a machine, which leave each cycle in their taps.
    ///
    /// @param machine says how fast each pump may be asked to turn, and how fast that flow lets it
    /// @param rig     its ports, in the machine's order
    /// @param beat    where the bus threads look for the supervisor's sign of life
    public static LoopPair recorded(Machine machine, Rig rig, SupervisorBeat beat) {
        var layout = MachineLayout.of(machine);
        FrameTap<ControlInputs, ControlSnapshot> control = controlTap(machine, layout);
        FrameTap<SupervisorInputs, SafetyReport> supervisor = supervisorTap(machine, layout);
        return over(machine, rig, beat, layout, control, supervisor, List.of(control, supervisor));
    }

    private static FrameTap<ControlInputs, ControlSnapshot> controlTap(Machine machine, MachineLayout layout) {
        return new FrameTap<>(
                Loop.CONTROL,
                ControlCore.inputsFor(machine, layout),
                new ControlSnapshot(layout.pumps().size()),
                ControlCore.of(machine, layout),
                cyclesOf(CONTROL_PERIOD_NANOS),
                TAP_CAPACITY);
    }

    private static FrameTap<SupervisorInputs, SafetyReport> supervisorTap(Machine machine, MachineLayout layout) {
        return new FrameTap<>(
                Loop.SUPERVISOR,
                SupervisorCore.inputsFor(machine, layout),
                SupervisorCore.reportFor(machine, layout),
                new SupervisorCore(machine, layout),
                cyclesOf(SUPERVISOR_PERIOD_NANOS),
                TAP_CAPACITY);
    }

    private static int cyclesOf(long periodNanos) {
        return Math.toIntExact(FrameTap.CHECKPOINT_NANOS / periodNanos);
    }

    private static LoopPair over(
            Machine machine,
            Rig rig,
            SupervisorBeat beat,
            MachineLayout layout,
            CycleSink<ControlInputs, ControlSnapshot> controlCycles,
            CycleSink<SupervisorInputs, SafetyReport> supervisorCycles,
            List<FrameTap<?, ?>> taps) {
        List<SettingSlot> settings = SettingSlot.of(machine, layout);
        var cells = SupervisorCells.of(machine, layout);
        var supervisorEvents = new EventRing(RING_CAPACITY);
        var controlEvents = new EventRing(RING_CAPACITY);
        var requests = new FrameCell<>(new PumpRequests(layout.pumps().size()));
        var control = new ControlLoop(
                rig.drives(),
                Observer.of(layout, rig.drives(), rig.sensors()),
                new Corrections(layout, settings),
                ControlCore.inputsFor(machine, layout),
                ControlCore.of(machine, layout),
                cells.reports(),
                requests,
                cells.control(),
                new SnapshotEvents(layout.pumps().size(), controlEvents)::tell,
                controlCycles);
        var supervisor = new SupervisorLoop(
                machine,
                layout,
                Observer.of(layout, rig.drives(), rig.sensors()),
                cells,
                beat::beat,
                new ReportEvents(SupervisorCore.reportFor(machine, layout), supervisorEvents)::tell,
                outputs(rig),
                supervisorCycles);
        return new LoopPair(
                layout, settings, control, supervisor, requests, cells, List.of(supervisorEvents, controlEvents), taps);
    }

    private static SupervisorOutputs outputs(Rig rig) {
        return new SupervisorOutputs(
                rig.pumps().stream().map(PumpPorts::stop).toList(),
                List.copyOf(rig.outputs().clamps().values()),
                List.copyOf(rig.outputs().safeTorqueOffs().values()),
                List.copyOf(rig.outputs().runPulses().values()),
                rig.outputs().annunciator());
    }

    /// Puts both loops on an executor. Once, before the executor starts.
    public void scheduleOn(CyclicExecutor executor) {
        executor.every(ThreadRole.SUPERVISOR, "supervisor", SUPERVISOR_PERIOD_NANOS, supervisor);
        executor.every(ThreadRole.CONTROL, "control", CONTROL_PERIOD_NANOS, control);
    }
}
