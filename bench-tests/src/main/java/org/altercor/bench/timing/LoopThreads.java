package org.altercor.bench.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.altercor.hal.realtime.CyclicThread;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.time.CycleObserver;

/// Loops side by side, each on a fresh thread of its own, until they are closed. Owner: one thread.
final class LoopThreads implements AutoCloseable {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final List<CyclicThread> threads = new ArrayList<>();
    private final Map<String, Throwable> failures = new ConcurrentHashMap<>();

    /// Starts them.
    ///
    /// @param observers told after every cycle, one for each loop
    LoopThreads(RealTime realTime, List<TimedLoop> loops, List<? extends CycleObserver> observers) {
        for (int i = 0; i < loops.size(); i++) {
            TimedLoop loop = loops.get(i);
            threads.add(new CyclicThread(
                    realTime,
                    loop.role(),
                    loop.name(),
                    loop.periodNanos(),
                    loop.task(),
                    observers.get(i),
                    failures::putIfAbsent));
        }
        threads.forEach(CyclicThread::start);
    }

    /// Starts them as ordinary threads that nobody times, so that a machine goes on while something else is measured.
    static LoopThreads aside(List<TimedLoop> loops) {
        return new LoopThreads(
                RealTime.without("something else is measured"),
                loops,
                loops.stream().map(_ -> CycleObserver.NONE).toList());
    }

    /// In the order of the loops.
    List<CyclicThread> all() {
        return List.copyOf(threads);
    }

    /// @throws IllegalStateException when a loop has thrown
    void throwIfAny() {
        failures.forEach((name, thrown) -> {
            throw new IllegalStateException("loop '" + name + "' failed while it was timed", thrown);
        });
    }

    /// @throws IllegalStateException when a loop does not end
    @Override
    public void close() {
        threads.forEach(CyclicThread::stop);
        long deadlineNanos = System.nanoTime() + LONGEST_STOP.toNanos();
        try {
            for (CyclicThread thread : threads) {
                if (!thread.awaitEnd(deadlineNanos)) {
                    throw new IllegalStateException("loop '" + thread.status().name() + "' does not end");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
