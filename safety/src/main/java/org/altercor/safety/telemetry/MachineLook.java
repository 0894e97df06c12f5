package org.altercor.safety.telemetry;

import org.altercor.config.Machine;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.SupervisorCells;
import org.altercor.safety.supervise.SupervisorCore;
import org.altercor.safety.supervise.SupervisorInputs;

/// The newest frames of both loops, as one reader copied them, and how old they are.
///
/// Copying never waits, and no loop ever waits for it. Owner: one thread.
final class MachineLook {
    /// Age from which what a loop says is old: more than ten of its periods. Our own judgement.
    static final long FRAME_AGE_NANOS = 250_000_000;

    final SupervisorInputs seen;
    final ControlSnapshot control;
    final SafetyReport report;
    long nowNanos;

    private final FrameCell<SupervisorInputs>.Reader seenReader;
    private final FrameCell<ControlSnapshot>.Reader controlReader;
    private final FrameCell<SafetyReport>.Reader reportReader;
    private boolean hasControl;
    private boolean hasReport;

    MachineLook(Machine machine, MachineLayout layout, SupervisorCells cells) {
        seen = SupervisorCore.inputsFor(machine, layout);
        control = new ControlSnapshot(layout.pumps().size());
        report = SupervisorCore.reportFor(machine, layout);
        seenReader = cells.seen().reader();
        controlReader = cells.control().reader();
        reportReader = cells.reports().reader();
    }

    /// Copies what there is. What could not be copied stays as it was, and grows old.
    void refresh(long atNanos) {
        nowNanos = atNanos;
        seenReader.tryRead(seen);
        hasControl |= controlReader.tryRead(control);
        hasReport |= reportReader.tryRead(report);
    }

    /// Whether the control loop has spoken lately.
    boolean isControlFresh() {
        return hasControl && nowNanos - control.nowNanos <= FRAME_AGE_NANOS;
    }

    /// Whether the supervisor has spoken lately.
    boolean isReportFresh() {
        return hasReport && nowNanos - report.nowNanos <= FRAME_AGE_NANOS;
    }

    /// Why what the control loop says is not known, when it is not fresh.
    Value noControl() {
        return new Value.Unknown(hasControl ? Value.Reason.OLD : Value.Reason.MISSING);
    }

    /// Likewise for the supervisor.
    Value noReport() {
        return new Value.Unknown(hasReport ? Value.Reason.OLD : Value.Reason.MISSING);
    }

    /// Age of the newest snapshot in ms; NaN when there was none.
    double controlAgeMillis() {
        return hasControl ? (nowNanos - control.nowNanos) / 1e6 : Double.NaN;
    }

    /// Age of the newest report in ms; NaN when there was none.
    double reportAgeMillis() {
        return hasReport ? (nowNanos - report.nowNanos) / 1e6 : Double.NaN;
    }
}
