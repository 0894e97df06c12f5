package org.altercor.hal.realtime;

import java.util.List;
import java.util.stream.Collectors;

/// What of real time this process has obtained, and what not, why not, and how to get it.
///
/// @param provisions one for each [Need], in their order, then one for each thread that was refused later
/// @param kernel     what kind of kernel this is: it bounds what all the rest can achieve
public record RealTimeStatus(List<Provision> provisions, String kernel) {
    public RealTimeStatus {
        provisions = List.copyOf(provisions);
    }

    /// What real time takes.
    public enum Need {
        /// Urgent threads run before everything else (`SCHED_FIFO`).
        FIFO_SCHEDULING("real-time priorities"),
        /// No page of the process ever waits for a disk.
        LOCKED_MEMORY("locked memory"),
        /// Deadlines are absolute times of the clock that the loops read.
        ABSOLUTE_SLEEP("absolute sleep"),
        /// Cores do not fall into sleep states that take long to leave.
        AWAKE_CORES("awake cores"),
        /// No collection stops all threads for longer than a loop can bear.
        SHORT_COLLECTOR_PAUSES("short collector pauses");

        private final String words;

        Need(String words) {
            this.words = words;
        }

        /// The need in words.
        public String words() {
            return words;
        }
    }

    /// What became of one need.
    public sealed interface Provision {
        Need need();

        /// It was obtained, and read back where that is possible.
        record Obtained(Need need) implements Provision {}

        /// It was not obtained.
        ///
        /// @param why    what the system said
        /// @param remedy what an administrator can do about it
        record Missing(Need need, String why, String remedy) implements Provision {}
    }

    /// Whether nothing is missing.
    public boolean isRealTime() {
        return missing().isEmpty();
    }

    /// What was not obtained.
    public List<Provision.Missing> missing() {
        return provisions.stream()
                .filter(Provision.Missing.class::isInstance)
                .map(Provision.Missing.class::cast)
                .toList();
    }

    /// One line for wherever status is shown: `REAL-TIME`, or `NOT REAL-TIME:` and what is missing.
    public String banner() {
        if (isRealTime()) {
            return "REAL-TIME (" + kernel + ")";
        }
        return missing().stream()
                .map(missing -> "no " + missing.need().words() + " (" + missing.why() + ")")
                .distinct()
                .collect(Collectors.joining("; ", "NOT REAL-TIME: ", " (" + kernel + ")"));
    }

    /// What to do about each missing thing, one line each; empty when nothing is missing.
    public List<String> remedies() {
        return missing().stream()
                .map(missing -> missing.need().words() + ": " + missing.remedy())
                .distinct()
                .toList();
    }
}
