package org.altercor.controller.loop;

import java.util.List;
import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.DriveStatus.Lease;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.time.CyclicTask;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.SafetyReport;

/// The control cycle: gather, step, apply, publish. 100 Hz, on its own thread. Allocates nothing.
public final class ControlLoop implements CyclicTask {
    /// How long a command stands unrenewed: thirty cycles. Our own judgement.
    static final long LEASE_NANOS = 300_000_000;

    private final List<PumpDrive> drives;
    private final FrameCell<SafetyReport>.Reader safety;
    private final FrameCell<SpeedRequests>.Reader requests;
    private final FrameCell<ControlSnapshot> published;
    private final DriveStatus status = new DriveStatus();
    private final ControlInputs inputs;
    private final ControlSnapshot snapshot;
    private final ControlCore core;

    /// @param drives    the drives of the machine's pumps, in the machine's order
    /// @param pumps     what must be known of each of them, in the same order
    /// @param safety    where the supervisor publishes
    /// @param requests  where requests arrive
    /// @param published where this loop publishes
    /// @throws IllegalArgumentException when drives and pumps are not equally many
    public ControlLoop(
            List<PumpDrive> drives,
            List<PumpLimits> pumps,
            FrameCell<SafetyReport> safety,
            FrameCell<SpeedRequests> requests,
            FrameCell<ControlSnapshot> published) {
        if (drives.size() != pumps.size()) {
            throw new IllegalArgumentException(drives.size() + " drives for " + pumps.size() + " pumps");
        }
        this.drives = List.copyOf(drives);
        this.safety = safety.reader();
        this.requests = requests.reader();
        this.published = published;
        this.inputs = new ControlInputs(pumps.size());
        this.snapshot = new ControlSnapshot(pumps.size());
        this.core = new ControlCore(pumps);
    }

    @Override
    public void cycle(long nowNanos) {
        gather(nowNanos);
        core.step(inputs, snapshot);
        apply(nowNanos);
        published.publish(snapshot);
    }

    private void gather(long nowNanos) {
        inputs.nowNanos = nowNanos;
        inputs.safetyReadable = safety.tryRead(inputs.safety);
        boolean nobodyAsked = requests.isEmpty();
        boolean isRead = requests.tryRead(inputs.requests); // unreadable: what was asked before still stands
        inputs.requestsKnown |= isRead || nobodyAsked;
        for (int pump = 0; pump < inputs.speedRpm.length; pump++) {
            drives.get(pump).readSpeedRpm(inputs.speedRpm[pump]);
            drives.get(pump).readStatus(status);
            inputs.keptAtZero[pump] = status.lease == Lease.STOPPED_BY_SUPERVISOR || status.awaitsZeroCommand;
            inputs.joined[pump] = status.joined;
        }
    }

    private void apply(long nowNanos) {
        for (int pump = 0; pump < inputs.speedRpm.length; pump++) {
            drives.get(pump).command(snapshot.commandedRpm[pump], nowNanos + LEASE_NANOS);
        }
    }
}
