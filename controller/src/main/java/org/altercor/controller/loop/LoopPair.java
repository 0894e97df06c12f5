package org.altercor.controller.loop;

import java.time.Duration;
import java.util.List;
import org.altercor.config.Machine;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.rig.Rig;
import org.altercor.hal.time.CyclicExecutor;
import org.altercor.hal.time.ThreadRole;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.SupervisorLoop;
import org.altercor.safety.supervise.SupervisorOutputs;

/// The two loops of a machine over its bound rig, wired to each other. The one class of the controller that sees
/// the outputs, to hand them to the supervisor.
///
/// @param control    the control loop, 100 Hz
/// @param supervisor the supervisor, 200 Hz
/// @param requests   where requests arrive; one writer
/// @param snapshots  what the control loop publishes
/// @param reports    what the supervisor publishes
public record LoopPair(
        ControlLoop control,
        SupervisorLoop supervisor,
        FrameCell<SpeedRequests> requests,
        FrameCell<ControlSnapshot> snapshots,
        FrameCell<SafetyReport> reports) {
    /// Control period.
    public static final long CONTROL_PERIOD_NANOS =
            ThreadRole.CONTROL.period().orElseThrow().toNanos();

    /// Supervisor period.
    public static final long SUPERVISOR_PERIOD_NANOS =
            ThreadRole.SUPERVISOR.period().orElseThrow().toNanos();

    /// How old the supervisor's beat may be before a bus thread calls it stale: twenty of its periods. Our own
    /// judgement.
    private static final Duration BEAT_AGE = Duration.ofMillis(100);

    /// A beat for the drives of one rig.
    public static SupervisorBeat newBeat() {
        return new SupervisorBeat(BEAT_AGE);
    }

    /// The loops of a machine.
    ///
    /// @param machine says how fast each pump may be asked to turn, and how fast that flow lets it
    /// @param rig     its ports, in the machine's order
    /// @param beat    where the bus threads look for the supervisor's sign of life
    public static LoopPair over(Machine machine, Rig rig, SupervisorBeat beat) {
        var limits = machine.pumps().stream()
                .map(pump -> new PumpLimits(
                        pump.maxSpeedRpm(),
                        pump.speedLimit(machine.profile()).speedRpm(),
                        pump.calibration().commissioning().rampRpmPerSecond()))
                .toList();
        var requests = new FrameCell<>(new SpeedRequests(limits.size()));
        var snapshots = new FrameCell<>(new ControlSnapshot(limits.size()));
        var reports = new FrameCell<>(new SafetyReport(limits.size()));
        var outputs = new SupervisorOutputs(
                List.copyOf(rig.outputs().runPulses().values()), rig.outputs().annunciator());
        return new LoopPair(
                new ControlLoop(rig.drives(), limits, reports, requests, snapshots),
                new SupervisorLoop(rig.drives(), snapshots, reports, beat::beat, outputs),
                requests,
                snapshots,
                reports);
    }

    /// Puts both loops on an executor. Once, before the executor starts.
    public void scheduleOn(CyclicExecutor executor) {
        executor.every(ThreadRole.SUPERVISOR, "supervisor", SUPERVISOR_PERIOD_NANOS, supervisor);
        executor.every(ThreadRole.CONTROL, "control", CONTROL_PERIOD_NANOS, control);
    }
}
