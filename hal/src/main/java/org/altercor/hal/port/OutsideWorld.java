package org.altercor.hal.port;

import java.util.List;

/// What a trainer may do to the world around the machine. Only the twin has one: nobody can inject air into a real line
/// from a screen.
public interface OutsideWorld {
    /// One thing that can be done, with the amount it takes.
    ///
    /// @param name     stable name, as written in scenarios (`clamp-venous-line`)
    /// @param meaning  one sentence for the trainer
    /// @param unit     unit of the amount; empty when the act takes none
    /// @param smallest smallest amount
    /// @param largest  largest amount
    record Act(String name, String meaning, String unit, double smallest, double largest) {}

    /// Everything this world offers, in a fixed order.
    List<Act> acts();

    /// Does `act` at the next step of the world.
    ///
    /// @throws IllegalArgumentException when the act is not one of [#acts] or the amount is outside its range
    void perform(String act, double amount);
}
