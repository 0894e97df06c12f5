package org.altercor.bench.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.altercor.hal.realtime.CyclicThread;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.realtime.ThreadMeter;

/// Runs loops for one block, each on a fresh real-time thread, and measures them.
final class LoopBlock {
    /// What one loop did in one block.
    ///
    /// @param fifoPriority   as the kernel had it
    /// @param meteredCycles  cycles that `allocatedBytes`, `cpuNanos` and `wallNanos` belong to
    record Measured(
            LoopRecorder recorder,
            int fifoPriority,
            long meteredCycles,
            long allocatedBytes,
            long cpuNanos,
            long wallNanos) {}

    /// One reading of the meters.
    private record Reading(long cycles, long allocatedBytes, long cpuNanos, long atNanos) {}

    /// How often the meters are read for one reading. Our own judgement: reading takes microseconds, a period is 250
    /// of them or more.
    private static final int READ_ATTEMPTS = 100;

    private final RealTime realTime;
    private final ThreadMeter meter = new ThreadMeter();

    LoopBlock(RealTime realTime) {
        this.realTime = realTime;
    }

    /// Runs `loops` side by side.
    ///
    /// @param settleNanos   run first and not counted
    /// @param measuredNanos run and counted
    /// @throws IllegalStateException when a loop throws or does not end
    List<Measured> run(List<TimedLoop> loops, long settleNanos, long measuredNanos) throws InterruptedException {
        List<LoopRecorder> recorders =
                loops.stream().map(_ -> new LoopRecorder()).toList();
        try (var threads = new LoopThreads(realTime, loops, recorders)) {
            Thread.sleep(Duration.ofNanos(settleNanos));
            List<Reading> before = read(threads);
            recorders.forEach(recorder -> recorder.record(true));
            Thread.sleep(Duration.ofNanos(measuredNanos));
            recorders.forEach(recorder -> recorder.record(false));
            List<Reading> after = read(threads);
            return measured(threads.all(), recorders, before, after);
        }
    }

    private List<Reading> read(LoopThreads threads) {
        threads.throwIfAny();
        try {
            return threads.all().stream().map(this::read).toList();
        } catch (IllegalStateException ended) { // a loop that fails just now has said why before its thread ended
            threads.throwIfAny();
            throw ended;
        }
    }

    /// Reads the meters again when a cycle has ended meanwhile, so that bytes and cycles belong together, though this
    /// thread may be kept from running between the two.
    private Reading read(CyclicThread thread) {
        Reading reading = readOnce(thread);
        for (int again = 1; again < READ_ATTEMPTS && thread.counters().cycles() != reading.cycles(); again++) {
            reading = readOnce(thread);
        }
        return reading;
    }

    private Reading readOnce(CyclicThread thread) {
        return new Reading(
                thread.counters().cycles(),
                meter.allocatedBytes(thread.threadId()),
                meter.cpuNanos(thread.threadId()),
                System.nanoTime());
    }

    private static List<Measured> measured(
            List<CyclicThread> threads, List<LoopRecorder> recorders, List<Reading> before, List<Reading> after) {
        List<Measured> all = new ArrayList<>();
        for (int i = 0; i < threads.size(); i++) {
            Reading first = before.get(i);
            Reading last = after.get(i);
            all.add(new Measured(
                    recorders.get(i),
                    threads.get(i).status().fifoPriority(),
                    last.cycles() - first.cycles(),
                    last.allocatedBytes() - first.allocatedBytes(),
                    last.cpuNanos() - first.cpuNanos(),
                    last.atNanos() - first.atNanos()));
        }
        return all;
    }
}
