package org.altercor.hal.realtime;

import java.util.Optional;
import org.altercor.hal.time.PeriodicRunner;
import org.altercor.hal.time.ThreadRole;

/// How one cyclic thread is doing.
///
/// @param fifoPriority       `SCHED_FIFO` priority as the kernel has it; 0 for an ordinary thread
/// @param cycles             cycles that have ended
/// @param missedPeriods      periods in which no cycle ran because an earlier one was late or long
/// @param longestCycleNanos  longest time from start to end of a cycle
/// @param worstWakeUpNanos   longest time from due to start of a cycle
/// @param backwardClockSteps how often the clock went back and was held
/// @param wildClockReadings  how often the clock was far ahead for one reading, and was not believed
/// @param failure            why it ended, when it did not end by request
public record ThreadStatus(
        String name,
        ThreadRole role,
        long periodNanos,
        PeriodicRunner.State state,
        int fifoPriority,
        long cycles,
        long missedPeriods,
        long longestCycleNanos,
        long worstWakeUpNanos,
        long backwardClockSteps,
        long wildClockReadings,
        Optional<String> failure) {}
