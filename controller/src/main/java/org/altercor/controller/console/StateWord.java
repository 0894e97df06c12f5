package org.altercor.controller.console;

/// How one part of the program is, in one word of the corner that is quiet when all is well.
///
/// @param health how it is
/// @param why    for people: what is wrong, or what is right
public record StateWord(Health health, String why) {
    /// How a part is.
    public enum Health {
        OK,
        /// It works, and not as well as it should.
        LIMITED,
        /// It does not work.
        FAILED,
        /// This machine does not have it, or nobody asked for it.
        OFF
    }
}
