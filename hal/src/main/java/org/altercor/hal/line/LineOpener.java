package org.altercor.hal.line;

/// Opens a line anew, each time from nothing: a port that went away may come back as another device.
@FunctionalInterface
public interface LineOpener {
    /// What came of it.
    sealed interface Opening {
        /// The line is open, in the mode that was asked for.
        record Open(ByteLine line) implements Opening {}

        /// The line is not open.
        ///
        /// @param reason one sentence for the engineer, with the path of the port
        record Refused(String reason) implements Opening {}
    }

    /// Tries once. May take as long as the operating system needs; the line is down meanwhile in any case.
    Opening open();
}
