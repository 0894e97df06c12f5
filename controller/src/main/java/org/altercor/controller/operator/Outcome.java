package org.altercor.controller.operator;

import org.altercor.safety.supervise.Answer;

/// What became of an act.
public sealed interface Outcome {
    /// The control loop has not judged it yet.
    record Waiting() implements Outcome {}

    /// A later act for the same pump came before it was judged.
    record Overtaken() implements Outcome {}

    /// The control loop judged it.
    ///
    /// @param answer accepted, or why not
    /// @param detail the bound that was broken, in the unit of the act; NaN when there is none
    record Judged(Answer answer, double detail) implements Outcome {
        /// Whether it was accepted.
        public boolean isAccepted() {
            return answer == Answer.ACCEPTED;
        }
    }
}
