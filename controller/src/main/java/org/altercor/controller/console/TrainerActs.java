package org.altercor.controller.console;

import java.util.List;

/// What a trainer may do to the world around a simulated machine. The console knows this list and no world: whoever
/// starts it stands between.
public interface TrainerActs {
    /// One thing that can be done.
    ///
    /// @param name     stable name, as scenarios write it
    /// @param meaning  one sentence for the trainer
    /// @param unit     unit of the amount; empty when it takes none
    /// @param smallest smallest amount
    /// @param largest  largest amount
    record Act(String name, String meaning, String unit, double smallest, double largest) {}

    /// Everything there is, in a fixed order.
    List<Act> list();

    /// Does it.
    ///
    /// @throws IllegalArgumentException when there is no such act, or the amount is outside its range
    void perform(String name, double amount);
}
