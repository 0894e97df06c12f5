package org.altercor.config.rig;

/// How a drive wants its registers written.
public enum WriteFunction {
    /// Function 06, one register a frame.
    SINGLE,
    /// Function 16, used for drives that refuse function 06.
    MULTIPLE
}
