package org.altercor.bench.figures;

/// What is known of a figure: whether the twin agrees with it, and if not, why.
public sealed interface Standing {
    /// The twin agrees.
    record Within() implements Standing {}

    /// The twin is known to differ.
    ///
    /// @param why one sentence
    record KnownOutside(String why) implements Standing {}
}
