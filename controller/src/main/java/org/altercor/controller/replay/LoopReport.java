package org.altercor.controller.replay;

import java.util.List;
import java.util.Locale;

/// What came of running one loop again.
///
/// @param loop       its name
/// @param cycles     that ran again and were compared
/// @param states     of checkpoints that were compared
/// @param passedOver cycles that are not in the journal, or follow on such before the next checkpoint
/// @param identical  whether all were the same to the bit, and none was passed over
/// @param first      the first difference; empty when there is none
public record LoopReport(String loop, long cycles, long states, long passedOver, boolean identical, List<First> first) {
    /// The first difference.
    ///
    /// @param cycle    number of the cycle
    /// @param nanos    its time on the monotonic clock of its start
    /// @param what     `outputs` or `state`
    /// @param field    that differs
    /// @param recorded its value in the journal
    /// @param replayed its value now
    public record First(long cycle, long nanos, String what, String field, String recorded, String replayed) {
        static First of(ReplayedLoop.Difference difference) {
            return new First(
                    difference.cycle(),
                    difference.nanos(),
                    difference.what(),
                    difference.field(),
                    difference.recorded(),
                    difference.replayed());
        }
    }

    String text() {
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "    %-10s %d cycles, %d checkpoints: %s%n",
                loop,
                cycles,
                states,
                first.isEmpty() ? "identical to the bit" : "DIFFERENT"));
        if (passedOver > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "               %d cycles passed over: they, or some before them, are missing%n",
                    passedOver));
        }
        for (First one : first) {
            text.append(String.format(
                    Locale.ROOT,
                    "               first difference in cycle %d, %.3f s on its clock, %s %s: recorded %s, now %s%n",
                    one.cycle(),
                    one.nanos() / 1e9,
                    one.what(),
                    one.field(),
                    one.recorded(),
                    one.replayed()));
        }
        return text.toString();
    }
}
