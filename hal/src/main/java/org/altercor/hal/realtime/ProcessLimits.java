package org.altercor.hal.realtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Resource limits of this process, as the kernel prints them. For messages to people: nothing is decided on them.
final class ProcessLimits {
    private static final Path OWN = Path.of("/proc/self/limits");
    private static final Pattern COLUMNS = Pattern.compile("\\s{2,}");

    private final List<String> lines;

    private ProcessLimits(List<String> lines) {
        this.lines = lines;
    }

    /// Limits of this process; none are known where the kernel does not print them.
    static ProcessLimits own() {
        try {
            return new ProcessLimits(Files.readAllLines(OWN));
        } catch (IOException e) {
            return new ProcessLimits(List.of());
        }
    }

    static ProcessLimits parse(String text) {
        return new ProcessLimits(text.lines().toList());
    }

    /// The soft limit on `SCHED_FIFO` priorities.
    String realTimePriority() {
        return soft("Max realtime priority");
    }

    /// The soft limit on locked memory, in bytes.
    String lockedMemoryBytes() {
        return soft("Max locked memory");
    }

    private String soft(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> COLUMNS.split(line))
                .filter(columns -> columns.length > 1)
                .map(columns -> columns[1])
                .findFirst()
                .orElse("unknown");
    }
}
