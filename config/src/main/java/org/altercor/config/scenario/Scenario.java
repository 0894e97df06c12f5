package org.altercor.config.scenario;

import java.util.List;
import java.util.Optional;
import org.altercor.config.Machine;
import org.altercor.config.circuit.Circuit;

/// A timeline over one circuit, or over a machine and its circuit.
///
/// @param name         name
/// @param title        one line for people
/// @param circuit      the circuit, with the scenario's own numbers in place of those of its file
/// @param machine      the machine whose circuit that is, all of it the twin's, with that circuit for its own; empty
///                     when the scenario names a circuit alone
/// @param lastsSeconds simulated time that it takes
/// @param seed         of everything random in it
/// @param isSettled    whether it begins with a circuit in which everything has come to rest
/// @param events       in order of time; what is written first comes first at the same time
public record Scenario(
        String name,
        String title,
        Circuit circuit,
        Optional<Machine> machine,
        double lastsSeconds,
        long seed,
        boolean isSettled,
        List<Event> events) {
    public Scenario {
        events = List.copyOf(events);
    }

    /// Whether there is an operator in it: then the loops of the machine run, and drive and supervise it.
    public boolean hasOperator() {
        return events.stream().anyMatch(event -> event.act().isOperators());
    }

    /// Something that happens at a time.
    ///
    /// @param atSeconds simulated time since the start
    /// @param line      where it stands in its file
    /// @param act       what happens
    public record Event(double atSeconds, int line, Act act) {}
}
