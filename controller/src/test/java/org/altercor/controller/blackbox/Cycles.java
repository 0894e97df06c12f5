package org.altercor.controller.blackbox;

import java.util.List;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.SupervisorInputs;

/// Cycles of a machine that has nothing, for traces that make up their values.
final class Cycles {
    private Cycles() {}

    static Cycle empty() {
        var layout = new MachineLayout(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        return new Cycle(new SupervisorInputs(layout, 0), new SafetyReport(0, 0, 0, 0, List.of()));
    }
}
