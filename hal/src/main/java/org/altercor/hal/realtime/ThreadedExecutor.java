package org.altercor.hal.realtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.altercor.hal.time.CycleObserver;
import org.altercor.hal.time.CyclicExecutor;
import org.altercor.hal.time.CyclicTask;
import org.altercor.hal.time.ThreadRole;

/// Gives each cyclic task a thread of its own, by the thread table.
///
/// Threads start in the order in which their tasks were registered and are stopped in the opposite order. When a
/// task throws, its thread ends and nothing else does: what its silence means is for those to say who watch it.
/// Owner: one thread; [#status] is for any thread once started.
public final class ThreadedExecutor implements CyclicExecutor {
    private final RealTime realTime;
    private final BiConsumer<String, Throwable> onFailure;
    private final List<CyclicThread> threads = new ArrayList<>();
    private boolean isStarted;

    /// @param onFailure told a task's name and what it threw, once, on the thread that ends by it
    public ThreadedExecutor(RealTime realTime, BiConsumer<String, Throwable> onFailure) {
        this.realTime = Objects.requireNonNull(realTime, "realTime");
        this.onFailure = Objects.requireNonNull(onFailure, "onFailure");
    }

    @Override
    public void every(ThreadRole role, String name, long periodNanos, CyclicTask task) {
        if (isStarted) {
            throw new IllegalStateException("'" + name + "' comes too late: the threads are running");
        }
        if (status().stream().anyMatch(status -> status.name().equals(name))) {
            throw new IllegalArgumentException("there is a task named '" + name + "' already");
        }
        threads.add(new CyclicThread(realTime, role, name, periodNanos, task, CycleObserver.NONE, onFailure));
    }

    /// Starts all threads. Once.
    public void start() {
        if (isStarted) {
            throw new IllegalStateException("the threads are running");
        }
        isStarted = true;
        threads.forEach(CyclicThread::start);
    }

    /// Stops all threads one after the other, the last one started first, each when its cycle has ended.
    ///
    /// @throws InterruptedException when the wait is interrupted; all have then been told to stop
    /// @return the names of those that had not ended in time; empty when all is still
    public List<String> stop(Duration atMost) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + atMost.toNanos();
        List<String> stillRunning = new ArrayList<>();
        try {
            for (CyclicThread thread : threads.reversed()) {
                thread.stop();
                if (!thread.awaitEnd(deadlineNanos)) {
                    stillRunning.add(thread.status().name());
                }
            }
        } finally {
            threads.forEach(CyclicThread::stop); // an interrupted wait must not leave some of them running for ever
        }
        return stillRunning;
    }

    /// How each thread is doing, in the order of registration.
    public List<ThreadStatus> status() {
        return threads.stream().map(CyclicThread::status).toList();
    }
}
