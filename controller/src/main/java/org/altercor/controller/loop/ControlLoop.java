package org.altercor.controller.loop;

import java.util.List;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.time.CyclicTask;
import org.altercor.safety.frame.CycleSink;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.observe.Observer;
import org.altercor.safety.setting.Corrections;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.SafetyReport;

/// The control cycle: gather, step, apply, publish. 100 Hz, on its own thread. Allocates nothing.
public final class ControlLoop implements CyclicTask {
    /// How long a command stands unrenewed: thirty cycles. Our own judgement.
    static final long LEASE_NANOS = 300_000_000;

    /// Shown each snapshot, on the control loop's thread: must not wait and must not allocate.
    @FunctionalInterface
    public interface SnapshotSink {
        void tell(ControlSnapshot snapshot);
    }

    private final List<PumpDrive> drives;
    private final Observer observer;
    private final FrameCell<SafetyReport>.Reader safety;
    private final FrameCell<PumpRequests>.Reader requests;
    private final FrameCell<ControlSnapshot> published;
    private final SnapshotSink events;
    private final CycleSink<ControlInputs, ControlSnapshot> record;
    private final Corrections corrections;
    private final ControlInputs inputs;
    private final ControlSnapshot snapshot;
    private final ControlCore core;

    /// @param drives    the drives of the machine's pumps, in the machine's order
    /// @param observer  of drives and sensors, this loop's own
    /// @param corrections of its sensors, by the operator's settings
    /// @param inputs    of the shape of the machine
    /// @param core      decides
    /// @param safety    where the supervisor publishes
    /// @param requests  where requests arrive
    /// @param published where this loop publishes
    /// @param events    shown each snapshot
    /// @param record    shown each cycle
    public ControlLoop(
            List<PumpDrive> drives,
            Observer observer,
            Corrections corrections,
            ControlInputs inputs,
            ControlCore core,
            FrameCell<SafetyReport> safety,
            FrameCell<PumpRequests> requests,
            FrameCell<ControlSnapshot> published,
            SnapshotSink events,
            CycleSink<ControlInputs, ControlSnapshot> record) {
        this.drives = List.copyOf(drives);
        this.observer = observer;
        this.corrections = corrections;
        this.inputs = inputs;
        this.core = core;
        this.safety = safety.reader();
        this.requests = requests.reader();
        this.published = published;
        this.events = events;
        this.record = record;
        this.snapshot = new ControlSnapshot(drives.size());
    }

    @Override
    public void cycle(long nowNanos) {
        gather(nowNanos);
        core.step(inputs, snapshot);
        apply(nowNanos);
        published.publish(snapshot);
        events.tell(snapshot);
        record.tell(inputs, snapshot, core);
    }

    private void gather(long nowNanos) {
        inputs.nowNanos = nowNanos;
        inputs.safetyReadable = safety.tryRead(inputs.safety);
        boolean nobodyAsked = requests.isEmpty();
        boolean isRead = requests.tryRead(inputs.requests); // unreadable: what was asked before still stands
        inputs.requestsKnown |= isRead || nobodyAsked;
        observer.look(inputs.seen, nowNanos);
        corrections.apply(inputs.seen, inputs.safety.settings.value);
    }

    private void apply(long nowNanos) {
        for (int pump = 0; pump < snapshot.commandedRpm.length; pump++) {
            drives.get(pump).command(snapshot.commandedRpm[pump], nowNanos + LEASE_NANOS);
        }
    }
}
