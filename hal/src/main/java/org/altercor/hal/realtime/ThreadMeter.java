package org.altercor.hal.realtime;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// What single threads take of heap and CPU, as HotSpot counts it. Reading it allocates nothing on the metered
/// thread.
public final class ThreadMeter {
    private final ThreadMXBean threads;

    /// @throws UnsupportedOperationException when this JVM cannot tell
    public ThreadMeter() {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean able)
                || !able.isThreadAllocatedMemorySupported()
                || !able.isThreadCpuTimeSupported()) {
            throw new UnsupportedOperationException("this JVM does not count allocation and CPU time per thread");
        }
        able.setThreadAllocatedMemoryEnabled(true);
        able.setThreadCpuTimeEnabled(true);
        threads = able;
    }

    /// Bytes that a live thread has allocated since it started.
    ///
    /// @throws IllegalStateException when the thread has ended or has not started
    public long allocatedBytes(long threadId) {
        return known(threads.getThreadAllocatedBytes(threadId), threadId);
    }

    /// CPU time that a live thread has taken since it started.
    ///
    /// @throws IllegalStateException when the thread has ended or has not started
    public long cpuNanos(long threadId) {
        return known(threads.getThreadCpuTime(threadId), threadId);
    }

    private static long known(long value, long threadId) {
        if (value < 0) {
            throw new IllegalStateException("thread " + threadId + " is not running");
        }
        return value;
    }
}
