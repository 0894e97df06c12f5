package org.altercor.hal.rig;

import java.util.List;
import java.util.Optional;
import org.altercor.hal.port.OutsideWorld;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.time.CyclicExecutor;
import org.altercor.hal.time.CyclicTask;
import org.altercor.hal.time.ThreadRole;

/// A machine's ports, each bound to a driver, and the cyclic work that serves them.
///
/// Nothing runs and no device is opened until the tasks are put on an executor: bus tasks open their own ports,
/// from their own threads, and keep trying.
///
/// @param pumps   ports of each pump, in the machine's order
/// @param sensors ports of each sensor
/// @param outputs ports of each output, for the supervisor
/// @param outside what a trainer may do to the twin; empty when there is no circuit
/// @param tasks   what serves them
public record Rig(
        List<PumpPorts> pumps,
        SensorPorts sensors,
        OutputPorts outputs,
        Optional<OutsideWorld> outside,
        List<Task> tasks) {
    /// One piece of cyclic work.
    ///
    /// @param role        row of the thread table
    /// @param name        unique in the rig
    /// @param periodNanos time between two cycles
    /// @param task        the work
    public record Task(ThreadRole role, String name, long periodNanos, CyclicTask task) {}

    public Rig {
        pumps = List.copyOf(pumps);
        tasks = List.copyOf(tasks);
    }

    /// The drives of all pumps, in the machine's order.
    public List<PumpDrive> drives() {
        return pumps.stream().map(PumpPorts::drive).toList();
    }

    /// Puts everything that serves the ports on an executor. Once, before the executor starts.
    public void scheduleOn(CyclicExecutor executor) {
        tasks.forEach(each -> executor.every(each.role(), each.name(), each.periodNanos(), each.task()));
    }
}
