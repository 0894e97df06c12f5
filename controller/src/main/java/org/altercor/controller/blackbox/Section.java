package org.altercor.controller.blackbox;

import java.util.List;

/// Panels that are read together.
record Section(String title, List<Panel> panels) {
    /// Those that have something to show.
    List<Panel> worth() {
        return panels.stream().filter(panel -> panel.isWorth().getAsBoolean()).toList();
    }

    /// Those that have not.
    List<Panel> idle() {
        return panels.stream().filter(panel -> !panel.isWorth().getAsBoolean()).toList();
    }
}
