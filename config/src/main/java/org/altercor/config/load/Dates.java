package org.altercor.config.load;

import java.time.LocalDate;
import org.altercor.config.schema.Key;

/// Checks of days against today, which is an argument.
final class Dates {
    private Dates() {}

    /// What somebody did, they did today or earlier.
    static void notInFuture(Values values, Key<LocalDate> key, LocalDate today, Problems problems) {
        values.find(key)
                .filter(day -> day.isAfter(today))
                .ifPresent(day -> problems.add(
                        values.spot(key), day + ", which is in the future", "today, " + today + ", or earlier"));
    }
}
