package org.altercor.controller.console;

/// What became of an act, in words.
///
/// @param verdict what became of it
/// @param text    accepted: what; refused: why, and what would make it possible
/// @param token   a token for the next act; empty when the one that came was not ours
record ActAnswer(Verdict verdict, String text, String token) {
    /// What became of an act.
    enum Verdict {
        ACCEPTED,
        REFUSED,
        /// A large step: the same act with a yes would be taken.
        ASKS,
        /// It did not come from our page, or came twice.
        NOT_OURS
    }
}
