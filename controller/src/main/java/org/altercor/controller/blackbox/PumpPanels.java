package org.altercor.controller.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.altercor.config.Machine;
import org.altercor.config.Pump;
import org.altercor.controller.blackbox.Panel.Scale;
import org.altercor.controller.blackbox.StateTrace.State;
import org.altercor.controller.blackbox.Trace.Stroke;
import org.altercor.hal.port.DriveStatus;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.Limiter;
import org.altercor.safety.supervise.PumpMode;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.StopState;

/// A panel for each pump: what was asked of it and what it did, and what kept it from doing it.
final class PumpPanels {
    private final Machine machine;
    private final MachineLayout layout;
    private final List<InterlockInstance> interlocks;

    PumpPanels(Machine machine, MachineLayout layout) {
        this.machine = machine;
        this.layout = layout;
        interlocks = InterlockInstance.of(machine, layout);
    }

    List<Panel> all() {
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < layout.pumps().size(); i++) {
            panels.add(panel(machine.pump(layout.pumps().get(i)).orElseThrow(), i));
        }
        return panels;
    }

    private Panel panel(Pump pump, int index) {
        var measured = new Trace(
                "measured",
                Stroke.MEASURED,
                cycle -> cycle.inputs().seen.drives[index].knownRpm(cycle.inputs().nowNanos));
        var commanded = new Trace(
                "commanded",
                Stroke.ASKED,
                cycle -> cycle.isControlHeard() ? cycle.inputs().control.commandedRpm[index] : Double.NaN);
        var mode = new StateTrace("mode", cycle -> mode(cycle, index));
        var kept = new StateTrace("held back by", cycle -> kept(cycle, index));
        return new Panel(
                Names.title(pump.name()),
                pump.head().word(),
                Optional.of(pump.role()),
                new Scale("rpm", 1, 1, 20, true),
                List.of(measured, commanded),
                List.of(),
                List.of(mode, kept),
                () -> mayHaveTurned(measured) || !mode.isEverKnown() || mode.isEverLoud() || kept.isEverLoud());
    }

    /// Whether a pump turned; one of which nobody ever knew may have.
    private static boolean mayHaveTurned(Trace measured) {
        return !measured.isEverKnown()
                || measured.highest() >= DriveStatus.STANDSTILL_RPM
                || measured.lowest() <= -DriveStatus.STANDSTILL_RPM;
    }

    private static State mode(Cycle cycle, int index) {
        if (!cycle.isControlHeard()) {
            return State.NOT_KNOWN;
        }
        PumpMode mode = cycle.inputs().control.mode[index];
        return mode == PumpMode.STOPPED ? State.quiet(mode.word()) : State.note(mode.word());
    }

    private State kept(Cycle cycle, int index) {
        StopState stop = cycle.report().stop[index];
        if (stop != StopState.NONE) {
            return State.alarm(words(stop) + cause(cycle.report(), index));
        }
        if (!cycle.isControlHeard()) {
            return State.NOT_KNOWN;
        }
        Limiter limiter = cycle.inputs().control.limiter[index];
        return limiter == Limiter.NONE ? State.quiet("") : State.note(limiter.words());
    }

    private String cause(SafetyReport report, int index) {
        int cause = report.cause[index];
        return cause == SafetyReport.NOBODY
                ? ""
                : ": " + interlocks.get(cause).interlock().what();
    }

    /// How far a stop is.
    static String words(StopState stop) {
        return switch (stop) {
            case NONE -> "free";
            case CLAMPING -> "being clamped";
            case DEMANDED -> "stop demanded";
            case STANDING -> "stopped, stands";
            case CLAMPED -> "clamped";
            case CUT -> "power cut";
        };
    }
}
