package org.altercor.bench.peer;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.altercor.hal.time.CyclicTask;

/// Runs a task every millisecond on a plain thread, and keeps what it threw.
final class TaskThread implements AutoCloseable {
    private final Thread thread;
    private volatile boolean running = true;
    private volatile Throwable thrown;
    private volatile long cycles;

    TaskThread(CyclicTask task) {
        thread = Thread.ofPlatform().daemon().start(() -> run(task));
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    private void run(CyclicTask task) {
        try {
            while (running) {
                task.cycle(System.nanoTime());
                cycles++;
                LockSupport.parkNanos(1_000_000);
            }
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
    }

    long cycles() {
        return cycles;
    }

    @Override
    public void close() {
        running = false;
        try {
            if (!thread.join(Duration.ofNanos(Peers.DEADLINE_NANOS))) {
                throw new AssertionError("the task hangs in " + Arrays.toString(thread.getStackTrace()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thrown != null) {
            throw new AssertionError("the task threw", thrown);
        }
    }
}
