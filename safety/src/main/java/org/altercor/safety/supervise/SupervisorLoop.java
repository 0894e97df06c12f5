package org.altercor.safety.supervise;

import java.util.List;
import org.altercor.hal.port.MeasuredDrive;
import org.altercor.hal.time.CyclicTask;
import org.altercor.safety.frame.FrameCell;

/// The supervisor's cycle: gather, step, apply, publish. 200 Hz, on its own thread. Allocates nothing.
public final class SupervisorLoop implements CyclicTask {
    private final List<MeasuredDrive> drives;
    private final FrameCell<ControlSnapshot>.Reader control;
    private final FrameCell<SafetyReport> published;
    private final BeatSink beatSink;
    private final SupervisorOutputs outputs;
    private final SupervisorInputs inputs;
    private final SafetyReport report;
    private final SupervisorCore core = new SupervisorCore();

    /// Told once a cycle that the supervisor lives, so that the bus threads know whether to go on holding a speed.
    @FunctionalInterface
    public interface BeatSink {
        void beat(long nowNanos);
    }

    /// @param drives    the drives of the machine's pumps, in the machine's order
    /// @param control   where the control loop publishes
    /// @param published where this loop publishes
    /// @param beatSink  told that the supervisor lives
    /// @param outputs   what it acts with
    public SupervisorLoop(
            List<? extends MeasuredDrive> drives,
            FrameCell<ControlSnapshot> control,
            FrameCell<SafetyReport> published,
            BeatSink beatSink,
            SupervisorOutputs outputs) {
        this.drives = List.copyOf(drives);
        this.control = control.reader();
        this.published = published;
        this.beatSink = beatSink;
        this.outputs = outputs;
        this.inputs = new SupervisorInputs(drives.size());
        this.report = new SafetyReport(drives.size());
    }

    @Override
    public void cycle(long nowNanos) {
        inputs.nowNanos = nowNanos;
        inputs.controlReadable = control.tryRead(inputs.control);
        for (int pump = 0; pump < inputs.speedRpm.length; pump++) {
            drives.get(pump).readSpeedRpm(inputs.speedRpm[pump]);
        }

        core.step(inputs, report);

        outputs.apply(report);
        beatSink.beat(nowNanos);
        published.publish(report);
    }
}
