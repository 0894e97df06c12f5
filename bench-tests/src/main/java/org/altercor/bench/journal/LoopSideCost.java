package org.altercor.bench.journal;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.altercor.bench.timing.Percentiles;
import org.altercor.config.Machine;
import org.altercor.safety.frame.FrameTap;
import org.altercor.safety.frame.Loop;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.SupervisorCore;
import org.altercor.safety.supervise.SupervisorInputs;

/// What recording costs the loop: the time to leave one cycle of the supervisor, the larger of the two, and what that
/// allocates; with somebody who takes it away, and with nobody.
///
/// @param microseconds      to leave a cycle that is taken away
/// @param fullMicroseconds  to find that there is no room, and count it
/// @param bytesPerCycle     allocated
record LoopSideCost(Percentiles microseconds, Percentiles fullMicroseconds, double bytesPerCycle) {
    private static final int WARM_UP = 200_000;
    private static final int CYCLES = 200_000;
    private static final int CAPACITY = 512;
    private static final int CHECKPOINT = 2_000;

    static LoopSideCost of(Machine machine) {
        var layout = MachineLayout.of(machine);
        SupervisorInputs inputs = SupervisorCore.inputsFor(machine, layout);
        SafetyReport report = SupervisorCore.reportFor(machine, layout);
        var core = new SupervisorCore(machine, layout);
        var tap = new FrameTap<>(Loop.SUPERVISOR, inputs, report, core, CHECKPOINT, CAPACITY);
        Runnable cycle = () -> tap.tell(inputs, report, core);
        measure(WARM_UP, cycle, Optional.of(tap), new Histogram(3));
        var taken = new Histogram(1_000_000_000L, 3);
        var full = new Histogram(1_000_000_000L, 3);
        long bytes = measure(CYCLES, cycle, Optional.of(tap), taken);
        bytes += measure(CYCLES, cycle, Optional.empty(), full);
        return new LoopSideCost(Percentiles.ofNanos(taken), Percentiles.ofNanos(full), bytes / (2.0 * CYCLES));
    }

    /// @return bytes that all cycles together allocated
    private static long measure(int cycles, Runnable cycle, Optional<FrameTap<?, ?>> taken, Histogram into) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = 0;
        for (int i = 0; i < cycles; i += CAPACITY) {
            taken.ifPresent(tap -> tap.drain((_, _, _) -> {}));
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int j = 0; j < CAPACITY; j++) {
                long startNanos = System.nanoTime();
                cycle.run();
                into.recordValue(System.nanoTime() - startNanos);
            }
            allocated += threads.getCurrentThreadAllocatedBytes() - before;
        }
        return allocated;
    }
}
