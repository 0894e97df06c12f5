package org.altercor.controller.cli;

import java.util.Locale;
import org.altercor.config.report.Tables;
import org.altercor.hal.rig.FaultTable;
import org.altercor.hal.time.ThreadTable;
import org.altercor.safety.interlock.InterlockTables;
import org.altercor.safety.telemetry.TelemetryTable;

/// The tables that can be printed. Each comes from the code that uses it, and has a copy under `docs/tables`.
enum Table {
    INTERLOCKS,
    ALARMS,
    CONFIG,
    CIRCUIT,
    FAULTS,
    LIMITS,
    SETTINGS,
    TELEMETRY,
    THREADS;

    /// The word on the command line, and the name of the copy.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The table as Markdown.
    String markdown() {
        return switch (this) {
            case INTERLOCKS -> InterlockTables.interlocks();
            case ALARMS -> InterlockTables.alarms();
            case CONFIG -> Tables.config();
            case CIRCUIT -> Tables.circuit();
            case FAULTS -> FaultTable.markdown();
            case LIMITS -> Tables.limits();
            case SETTINGS -> Tables.settings();
            case TELEMETRY -> TelemetryTable.markdown();
            case THREADS -> ThreadTable.markdown();
        };
    }
}
