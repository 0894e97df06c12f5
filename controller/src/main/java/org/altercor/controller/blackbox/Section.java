package org.altercor.controller.blackbox;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Panels that are read together.
record Section(String title, List<Panel> panels) {
    /// Those that have something to show.
    List<Panel> worth() {
        return panels.stream().filter(panel -> panel.isWorth().getAsBoolean()).toList();
    }

    /// Names of what has not.
    List<String> idle() {
        Stream<String> pumps = panels.stream()
                .filter(panel -> !panel.isWorth().getAsBoolean())
                .map(panel -> panel.title().toLowerCase(Locale.ROOT) + " (stood, asked for nothing)");
        Stream<String> states = worth().stream()
                .flatMap(panel -> panel.states().stream())
                .filter(state -> !state.isWorth())
                .map(state ->
                        state.name() + " (" + state.runs().getFirst().state().words() + ")");
        return Stream.concat(pumps, states).toList();
    }
}
