package org.altercor.hal.rig;

import java.util.List;

/// A rig names drivers that this version does not have. Nothing was opened and nothing moved.
public final class UnboundDriverException extends Exception {
    private static final long serialVersionUID = 1;

    /// @param ports each port that cannot be bound, with the driver it names
    UnboundDriverException(List<String> ports) {
        super(UnboundPorts.sentence(ports));
    }
}
