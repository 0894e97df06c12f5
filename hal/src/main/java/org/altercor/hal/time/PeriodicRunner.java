package org.altercor.hal.time;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs one [CyclicTask] at a fixed rate on the calling thread, on absolute deadlines.
///
/// ```
/// due     │         │         │         │         │
/// cycle   ├──┤      ├──────────────┤    ├──┤      ├──┤      a long cycle: the next one is missed, counted and never
///                                                           run late; the phase stays
/// ```
///
/// A cycle that throws ends the runner: the failure is kept, told once, and no further cycle runs, so that whatever
/// beats in the task stops beating and somebody else notices. Owner: the thread that calls [#run], once. Allocates
/// nothing per cycle.
public final class PeriodicRunner implements Runnable {
    /// How often in a row a sleeper may return before its deadline. Our own judgement: sleepers return early now
    /// and then; one that always does stands before a clock that stands still, and at real-time priority the wait
    /// would take a core for ever.
    static final int EARLY_WAKE_UPS_ALLOWED = 10_000;

    /// Where a runner is in its life.
    public enum State {
        READY,
        RUNNING,
        /// Ended because it was asked to.
        STOPPED,
        /// Ended because a cycle failed.
        FAILED
    }

    private final CyclicTask task;
    private final long periodNanos;
    private final ForwardClock clock;
    private final DeadlineSleeper sleeper;
    private final CycleObserver observer;
    private final Consumer<? super Throwable> onFailure;

    private volatile boolean stopRequested;
    private volatile State state = State.READY;
    private volatile @Nullable Throwable failure;

    /// A runner that has not started.
    ///
    /// @param periodNanos time between two cycles; positive
    /// @param onFailure   told once, on the runner's thread, why the runner ended if not by request
    public PeriodicRunner(
            CyclicTask task,
            long periodNanos,
            MonotonicClock clock,
            DeadlineSleeper sleeper,
            CycleObserver observer,
            Consumer<? super Throwable> onFailure) {
        if (periodNanos <= 0) {
            throw new IllegalArgumentException("period must be positive: " + periodNanos + " ns");
        }
        this.task = Objects.requireNonNull(task, "task");
        this.periodNanos = periodNanos;
        this.clock = new ForwardClock(clock);
        this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
        this.observer = Objects.requireNonNull(observer, "observer");
        this.onFailure = Objects.requireNonNull(onFailure, "onFailure");
    }

    /// Runs cycles until [#stop] or until one fails. The first is due one period from now.
    @Override
    public void run() {
        run(() -> {});
    }

    /// As [#run()], after something that has to be done on the thread first: what that throws ends the runner as a
    /// cycle's failure does.
    public void run(Runnable first) {
        if (state != State.READY) {
            throw new IllegalStateException("a runner runs once; this one is " + state);
        }
        state = State.RUNNING;
        try {
            first.run();
            runCycles();
            state = State.STOPPED;
        } catch (Throwable thrown) { // an Error too: a dead loop must never look alive
            failure = thrown;
            state = State.FAILED;
            onFailure.accept(thrown);
        }
    }

    private void runCycles() {
        long dueNanos = clock.nanoTime() + periodNanos;
        long startNanos = awaitDue(dueNanos);
        while (!stopRequested) {
            task.cycle(startNanos);
            long endNanos = clock.nanoTime();
            long missedPeriods = Math.max(0, (endNanos - dueNanos) / periodNanos);
            observer.cycleEnded(dueNanos, startNanos, endNanos, missedPeriods);
            dueNanos += (missedPeriods + 1) * periodNanos; // keep the phase; never run late cycles in a burst
            startNanos = awaitDue(dueNanos);
        }
    }

    /// The time at which the wait ended: not before `dueNanos`, unless a stop was asked for.
    private long awaitDue(long dueNanos) {
        long nowNanos = clock.nanoTime();
        for (int wakeUps = 0; nowNanos - dueNanos < 0 && !stopRequested; wakeUps++) {
            if (wakeUps > EARLY_WAKE_UPS_ALLOWED) {
                throw new IllegalStateException("the clock stands still " + (dueNanos - nowNanos)
                        + " ns before a deadline that the sleeper says has passed");
            }
            sleeper.sleepUntil(dueNanos);
            nowNanos = clock.nanoTime();
        }
        return nowNanos;
    }

    /// Asks the runner to end, from any thread. A cycle that runs is finished; a runner that sleeps ends when its
    /// sleeper returns, at the latest after one period, and runs no further cycle.
    public void stop() {
        stopRequested = true;
    }

    public State state() {
        return state;
    }

    /// Why the runner ended, when it did not end by request.
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /// How often the clock went back and was held; see [ForwardClock#backwardSteps].
    public long backwardClockSteps() {
        return clock.backwardSteps();
    }

    /// How often the clock was far ahead for one reading, and was not believed; see
    /// [ForwardClock#wildReadings].
    public long wildClockReadings() {
        return clock.wildReadings();
    }
}
