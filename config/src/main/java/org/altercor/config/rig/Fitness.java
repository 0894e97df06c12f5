package org.altercor.config.rig;

/// Whether a thing can serve a purpose, with the reason if it cannot.
public sealed interface Fitness {
    /// It can.
    record Fit() implements Fitness {}

    /// It cannot.
    ///
    /// @param found  what it does
    /// @param needed what it would have to do, and why
    record Unfit(String found, String needed) implements Fitness {}
}
