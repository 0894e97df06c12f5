package org.altercor.bench.timing;

import org.HdrHistogram.Histogram;
import org.altercor.hal.time.CycleObserver;

/// Records how one thread keeps its time during one block.
///
/// Written by the timed thread while it is asked to record, read after that thread has ended. Allocates nothing
/// once made: the histograms have their size from the start.
final class LoopRecorder implements CycleObserver {
    /// Longest time told apart; longer ones count as this. Far beyond any period.
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private static final int DIGITS = 3;

    private final Histogram wakeUp = newHistogram();
    private final Histogram cycle = newHistogram();
    private volatile boolean isRecording;
    private long cycles; // these two: the timed thread's
    private long missedPeriods;

    static Histogram newHistogram() {
        return new Histogram(1, LONGEST_NANOS, DIGITS);
    }

    /// Turns recording on or off, from any thread.
    void record(boolean on) {
        isRecording = on;
    }

    @Override
    public void cycleEnded(long dueNanos, long startNanos, long endNanos, long missedPeriods) {
        if (isRecording) {
            wakeUp.recordValue(Math.clamp(startNanos - dueNanos, 0, LONGEST_NANOS));
            cycle.recordValue(Math.clamp(endNanos - startNanos, 0, LONGEST_NANOS));
            this.missedPeriods += missedPeriods;
            cycles++;
        }
    }

    /// From due to start, in nanoseconds.
    Histogram wakeUp() {
        return wakeUp;
    }

    /// From start to end, in nanoseconds.
    Histogram cycle() {
        return cycle;
    }

    long cycles() {
        return cycles;
    }

    long missedPeriods() {
        return missedPeriods;
    }
}
