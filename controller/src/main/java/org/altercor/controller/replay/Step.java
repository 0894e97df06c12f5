package org.altercor.controller.replay;

import org.altercor.config.Machine;
import org.altercor.controller.loop.ControlCore;
import org.altercor.controller.loop.ControlInputs;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.frame.FrameLayout;
import org.altercor.safety.frame.Loop;
import org.altercor.safety.journal.LayoutWords;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.SupervisorCore;
import org.altercor.safety.supervise.SupervisorInputs;

/// The pure step of one loop, with the frames that go in and come out. Owner: one thread.
///
/// @param loop    which
/// @param inputs  read by the step
/// @param outputs filled by it
/// @param core    its state
/// @param step    runs it once
record Step(Loop loop, Frame inputs, Frame outputs, Frame core, Runnable step) {
    /// A new one of a machine, as it is when a machine starts.
    static Step of(Loop loop, Machine machine, MachineLayout layout) {
        return switch (loop) {
            case CONTROL -> {
                ControlInputs inputs = ControlCore.inputsFor(machine, layout);
                var outputs = new ControlSnapshot(layout.pumps().size());
                var core = ControlCore.of(machine, layout);
                yield new Step(loop, inputs, outputs, core, () -> core.step(inputs, outputs));
            }
            case SUPERVISOR -> {
                SupervisorInputs inputs = SupervisorCore.inputsFor(machine, layout);
                SafetyReport outputs = SupervisorCore.reportFor(machine, layout);
                var core = new SupervisorCore(machine, layout);
                yield new Step(loop, inputs, outputs, core, () -> core.step(inputs, outputs));
            }
        };
    }

    /// What stands where in its frames.
    LayoutWords layout() {
        return new LayoutWords(loop, FrameLayout.of(inputs), FrameLayout.of(outputs), FrameLayout.of(core));
    }
}
