package org.altercor.hal.time;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The thread table as people read it.
public final class ThreadTable {
    private ThreadTable() {}

    /// The table of all [ThreadRole]s in Markdown, the most urgent first, with a line end after each row.
    public static String markdown() {
        return Arrays.stream(ThreadRole.values()).map(ThreadTable::row).collect(Collectors.joining("", """
                                | thread | runs every | priority | writes | why |
                                |---|---|---|---|---|
                                """, ""));
    }

    private static String row(ThreadRole role) {
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        role.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        role.cadence(),
                        role.isRealTime() ? "FIFO " + role.fifoPriority() : "normal",
                        role.writes(),
                        role.reason());
    }
}
