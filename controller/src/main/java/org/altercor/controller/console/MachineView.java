package org.altercor.controller.console;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.altercor.config.Machine;
import org.altercor.controller.operator.Desk;
import org.altercor.hal.time.MonotonicClock;
import org.altercor.safety.event.EventLog;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.supervise.SupervisorCells;

/// Everything that the console knows of a machine, and its one way to act on it.
///
/// @param machine    facts that do not change
/// @param layout     what stands where in the frames
/// @param interlocks of the machine, in the supervisor's order
/// @param cells      frames of both loops; only read here
/// @param events     what happened
/// @param desk       where acts go
/// @param trainer    what can be done to a twin; empty on hardware
/// @param realTime   how real-time rights are
/// @param journal    how the journal is
/// @param logged     number of the newest event that is on disk for good, as is every one before it; 0 for none
/// @param broker     how the connection to the broker is
/// @param clock      of the frames
public record MachineView(
        Machine machine,
        MachineLayout layout,
        List<InterlockInstance> interlocks,
        SupervisorCells cells,
        EventLog events,
        Desk desk,
        Optional<TrainerActs> trainer,
        Supplier<StateWord> realTime,
        Supplier<StateWord> journal,
        LongSupplier logged,
        Supplier<StateWord> broker,
        MonotonicClock clock) {
    public MachineView {
        interlocks = List.copyOf(interlocks);
    }
}
