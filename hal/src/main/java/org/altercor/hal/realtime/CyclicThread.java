package org.altercor.hal.realtime;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.altercor.hal.time.CycleCounters;
import org.altercor.hal.time.CycleObserver;
import org.altercor.hal.time.CyclicTask;
import org.altercor.hal.time.MonotonicClock;
import org.altercor.hal.time.PeriodicRunner;
import org.altercor.hal.time.ThreadRole;

/// One thread that runs one [CyclicTask] by its role in the thread table, on the system's monotonic clock.
///
/// Its counters are always on. Starts once; [#stop] and [#status] are for any thread.
public final class CyclicThread {
    private final String name;
    private final ThreadRole role;
    private final long periodNanos;
    private final CycleCounters counters = new CycleCounters();
    private final PeriodicRunner runner;
    private final Thread thread;
    private volatile int fifoPriority;

    /// A thread that has not started.
    ///
    /// @param observer  told after every cycle, besides the counters; [CycleObserver#NONE] for nobody
    /// @param onFailure told the thread's name and what a cycle threw, once, on the thread that ends by it
    public CyclicThread(
            RealTime realTime,
            ThreadRole role,
            String name,
            long periodNanos,
            CyclicTask task,
            CycleObserver observer,
            BiConsumer<String, Throwable> onFailure) {
        this.name = name;
        this.role = role;
        this.periodNanos = periodNanos;
        runner = new PeriodicRunner(
                task,
                periodNanos,
                MonotonicClock.SYSTEM,
                realTime.newSleeper(),
                (dueNanos, startNanos, endNanos, missedPeriods) -> {
                    counters.cycleEnded(dueNanos, startNanos, endNanos, missedPeriods);
                    observer.cycleEnded(dueNanos, startNanos, endNanos, missedPeriods);
                },
                thrown -> onFailure.accept(name, thrown));
        thread = realTime.newThread(
                role, name, () -> runner.run(() -> fifoPriority = RealTime.fifoPriorityOfThisThread()));
    }

    public void start() {
        thread.start();
    }

    /// Asks the thread to end after the cycle it is in; returns at once.
    public void stop() {
        runner.stop();
    }

    /// Waits until the thread has ended, at most until `deadlineNanos` of [System#nanoTime].
    ///
    /// @return whether it has ended
    public boolean awaitEnd(long deadlineNanos) throws InterruptedException {
        if (thread.getState() == Thread.State.NEW) {
            return true;
        }
        long leftNanos = deadlineNanos - System.nanoTime();
        return thread.join(Duration.ofNanos(Math.max(0, leftNanos)));
    }

    /// For meters that go by thread.
    public long threadId() {
        return thread.threadId();
    }

    /// Time keeping so far.
    public CycleCounters counters() {
        return counters;
    }

    /// How the thread is doing.
    public ThreadStatus status() {
        return new ThreadStatus(
                name,
                role,
                periodNanos,
                runner.state(),
                fifoPriority,
                counters.cycles(),
                counters.missedPeriods(),
                counters.longestCycleNanos(),
                counters.worstWakeUpNanos(),
                runner.backwardClockSteps(),
                runner.wildClockReadings(),
                runner.failure().map(Throwable::toString));
    }
}
