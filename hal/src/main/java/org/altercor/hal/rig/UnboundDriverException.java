package org.altercor.hal.rig;

import java.util.List;

/// A rig names drivers that this version does not have. Nothing was opened and nothing moved.
public final class UnboundDriverException extends Exception {
    private static final long serialVersionUID = 1;

    /// @param drivers each port that cannot be bound, with the driver it names
    UnboundDriverException(List<String> drivers) {
        super("this version cannot bind: " + String.join("; ", drivers));
    }
}
