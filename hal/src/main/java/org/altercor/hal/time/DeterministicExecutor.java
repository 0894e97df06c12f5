package org.altercor.hal.time;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/// Runs cyclic and one-shot work by due time on the calling thread, on a virtual clock that is its own: an hour of
/// pumping in a second, and the same seed gives the same order to the last cycle.
///
/// Each cyclic task gets a phase from the seed, so that different seeds try different interleavings of the same
/// machine. Among equal due times one-shots go first (what has arrived is there), then the more urgent
/// [ThreadRole], then whoever was registered first. Time stands still while a task runs. Owner: one thread.
/// Allocates nothing per cycle.
public final class DeterministicExecutor implements CyclicExecutor, MonotonicClock {
    /// Where virtual time starts when nobody says: not at zero, so that nothing comes to rely on zero.
    public static final long DEFAULT_START_NANOS = 1_000_000_000_000L;

    /// Pieces of work that may be waiting at one time. Our own judgement: a machine has tens of tasks and some
    /// hundred frames under way.
    private static final int CAPACITY = 4_096;

    private static final int ONE_SHOT_URGENCY = Integer.MAX_VALUE;
    private static final String ONE_SHOT_NAME = "one-shot";

    private final DueQueue queue = new DueQueue(CAPACITY);
    private final Set<String> names = new HashSet<>();
    private final SplittableRandom phases;
    private long nowNanos;
    private long nextSequence;
    private boolean running;

    public DeterministicExecutor(long seed) {
        this(seed, DEFAULT_START_NANOS);
    }

    /// An executor whose time starts at `startNanos`.
    ///
    /// @param seed decides the phase of each cyclic task
    public DeterministicExecutor(long seed, long startNanos) {
        phases = new SplittableRandom(seed);
        nowNanos = startNanos;
    }

    /// Virtual time now.
    @Override
    public long nanoTime() {
        return nowNanos;
    }

    /// Has `task` run once per period, first at a phase within the first period that the seed decides.
    @Override
    public void every(ThreadRole role, String name, long periodNanos, CyclicTask task) {
        if (periodNanos <= 0) {
            throw new IllegalArgumentException("period must be positive: " + periodNanos + " ns");
        }
        if (!names.add(Objects.requireNonNull(name, "name"))) {
            throw new IllegalArgumentException("there is a task named '" + name + "' already");
        }
        add(name, task, nowNanos + phases.nextLong(periodNanos), periodNanos, role.fifoPriority());
    }

    /// Has `task` run once, at `dueNanos`, or at once when that has passed.
    ///
    /// @throws IllegalStateException when more work is waiting than any machine has
    public void at(long dueNanos, CyclicTask task) {
        long notBeforeNow = dueNanos - nowNanos < 0 ? nowNanos : dueNanos;
        add(ONE_SHOT_NAME, task, notBeforeNow, 0, ONE_SHOT_URGENCY);
    }

    private void add(String name, CyclicTask task, long dueNanos, long periodNanos, int urgency) {
        DueQueue.Entry entry = queue.free();
        entry.name = name;
        entry.task = Objects.requireNonNull(task, "task");
        entry.dueNanos = dueNanos;
        entry.periodNanos = periodNanos;
        entry.urgency = urgency;
        entry.sequence = nextSequence++;
        queue.add();
    }

    /// Runs everything that is due up to and including `endNanos`; then it is `endNanos`.
    ///
    /// @throws CycleFailedException when a task throws. It has ended: it never runs again. The others go on where
    ///     they were when this is called again.
    public void runUntil(long endNanos) {
        if (running) {
            throw new IllegalStateException("a task must not run the executor that runs it");
        }
        running = true;
        try {
            while (!queue.isEmpty() && queue.first().dueNanos - endNanos <= 0) {
                runFirst();
            }
        } finally {
            running = false;
        }
        if (endNanos - nowNanos > 0) {
            nowNanos = endNanos;
        }
    }

    /// Runs everything that is due within the next `durationNanos`.
    public void runFor(long durationNanos) {
        runUntil(nowNanos + durationNanos);
    }

    private void runFirst() {
        DueQueue.Entry entry = queue.first();
        CyclicTask task = entry.task;
        String name = entry.name;
        nowNanos = entry.dueNanos;
        boolean isCyclic = entry.periodNanos > 0;
        if (isCyclic) {
            entry.dueNanos += entry.periodNanos;
            queue.firstChanged();
        } else {
            queue.removeFirst();
        }
        try {
            task.cycle(nowNanos);
        } catch (Throwable thrown) {
            if (isCyclic) {
                queue.remove(entry);
            }
            throw new CycleFailedException(name, nowNanos, thrown);
        }
    }
}
