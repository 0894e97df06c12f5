package org.altercor.bench.timing;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// What one loop did in all blocks of one kind. Owner: one thread.
final class LoopTotals {
    private final Histogram wakeUp = LoopRecorder.newHistogram();
    private final Histogram cycle = LoopRecorder.newHistogram();
    private final List<Percentiles> wakeUpOfBlock = new ArrayList<>();
    private long cycles;
    private long missedPeriods;
    private long meteredCycles;
    private long allocatedBytes;
    private long cpuNanos;
    private long wallNanos;
    private int fifoPriority;

    /// Adds one block whose thread has ended.
    void add(LoopBlock.Measured block) {
        wakeUp.add(block.recorder().wakeUp());
        cycle.add(block.recorder().cycle());
        wakeUpOfBlock.add(Percentiles.ofNanos(block.recorder().wakeUp()));
        cycles += block.recorder().cycles();
        missedPeriods += block.recorder().missedPeriods();
        meteredCycles += block.meteredCycles();
        allocatedBytes += block.allocatedBytes();
        cpuNanos += block.cpuNanos();
        wallNanos += block.wallNanos();
        fifoPriority = block.fifoPriority();
    }

    /// `SCHED_FIFO` priority as the kernel had it in the newest block.
    int fifoPriority() {
        return fifoPriority;
    }

    /// All blocks as one.
    TimingResult.Rate rate(long periodNanos) {
        return new TimingResult.Rate(
                periodNanos / 1e6,
                fifoPriority,
                cycles,
                Percentiles.ofNanos(wakeUp),
                Percentiles.ofNanos(cycle),
                missedPeriods,
                meteredCycles == 0 ? null : (double) allocatedBytes / meteredCycles,
                wallNanos == 0 ? null : (double) cpuNanos / wallNanos);
    }

    /// One percentile of the wake-up latency, block by block.
    List<@Nullable Double> wakeUpOfBlocks(PercentileChoice choice) {
        List<@Nullable Double> all = new ArrayList<>();
        wakeUpOfBlock.forEach(block -> all.add(choice.of(block)));
        return all;
    }

    /// Picks one percentile.
    @FunctionalInterface
    interface PercentileChoice {
        @Nullable
        Double of(Percentiles percentiles);
    }
}
