package org.altercor.safety.supervise;

import java.util.List;
import org.altercor.config.Machine;
import org.altercor.hal.time.CyclicTask;
import org.altercor.safety.frame.CycleSink;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Observer;
import org.altercor.safety.setting.Corrections;
import org.altercor.safety.setting.SettingSlot;

/// The supervisor's cycle: gather, step, apply, publish. 200 Hz, on its own thread. Allocates nothing.
public final class SupervisorLoop implements CyclicTask {
    private final Observer observer;
    private final FrameCell<ControlSnapshot>.Reader control;
    private final FrameCell<OperatorOrders>.Reader orders;
    private final FrameCell<SupervisorInputs> seen;
    private final FrameCell<SafetyReport> published;
    private final BeatSink beatSink;
    private final ReportSink events;
    private final SupervisorOutputs outputs;
    private final CycleSink<SupervisorInputs, SafetyReport> record;
    private final SupervisorInputs inputs;
    private final SafetyReport report;
    private final Corrections corrections;
    private final SupervisorCore core;

    /// Told once a cycle that the supervisor lives, so that the bus threads know whether to go on holding a speed.
    @FunctionalInterface
    public interface BeatSink {
        void beat(long nowNanos);
    }

    /// Shown each report, on the supervisor's thread: must not wait and must not allocate.
    @FunctionalInterface
    public interface ReportSink {
        void tell(SafetyReport report);
    }

    /// @param machine  says what the interlocks are
    /// @param layout   of that machine
    /// @param observer of its drives and sensors, this loop's own
    /// @param cells    what it reads and writes
    /// @param beatSink told that the supervisor lives
    /// @param events   shown each report
    /// @param outputs  what it acts with
    /// @param record   shown each cycle
    public SupervisorLoop(
            Machine machine,
            MachineLayout layout,
            Observer observer,
            SupervisorCells cells,
            BeatSink beatSink,
            ReportSink events,
            SupervisorOutputs outputs,
            CycleSink<SupervisorInputs, SafetyReport> record) {
        this.observer = observer;
        control = cells.control().reader();
        orders = cells.orders().reader();
        seen = cells.seen();
        published = cells.reports();
        this.beatSink = beatSink;
        this.events = events;
        this.outputs = outputs;
        this.record = record;
        List<SettingSlot> slots = SettingSlot.of(machine, layout);
        inputs = new SupervisorInputs(layout, slots.size());
        corrections = new Corrections(layout, slots);
        report = SupervisorCore.reportFor(machine, layout);
        core = new SupervisorCore(machine, layout);
    }

    @Override
    public void cycle(long nowNanos) {
        gather(nowNanos);

        core.step(inputs, report);

        outputs.apply(report);
        beatSink.beat(nowNanos);
        published.publish(report);
        seen.publish(inputs);
        events.tell(report);
        record.tell(inputs, report, core);
    }

    private void gather(long nowNanos) {
        inputs.nowNanos = nowNanos;
        inputs.controlReadable = control.tryRead(inputs.control);
        boolean nobodyOrdered = orders.isEmpty();
        boolean isRead = orders.tryRead(inputs.orders); // unreadable: what was ordered before still stands
        inputs.ordersKnown |= isRead || nobodyOrdered;
        observer.look(inputs.seen, nowNanos);
        corrections.apply(inputs.seen, report.settings.value);
        outputs.look(inputs.outputs);
    }
}
