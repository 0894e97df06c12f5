package org.altercor.safety.telemetry;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The metric catalogue as people read it.
public final class TelemetryTable {
    private TelemetryTable() {}

    /// The catalogue in Markdown, and the reasons for `null`.
    public static String markdown() {
        return "## Metrics\n\n"
                + "`NAME` is the name of the pump, clamp, second path or sensor in the machine's files.\n\n"
                + "| metric | unit (UCUM) | reference id | meaning |\n|---|---|---|---|\n"
                + Arrays.stream(MetricKind.values()).map(TelemetryTable::row).collect(Collectors.joining())
                + "\n## Why a metric is null\n\n| word in `q` | meaning |\n|---|---|\n"
                + Arrays.stream(Value.Reason.values())
                        .map(reason -> "| `" + reason.word() + "` | " + reason.meaning() + " |\n")
                        .collect(Collectors.joining());
    }

    private static String row(MetricKind kind) {
        return "| `" + kind.name("NAME") + "` | " + kind.ucum() + " | " + kind.reference() + " | " + kind.meaning()
                + " |\n";
    }
}
