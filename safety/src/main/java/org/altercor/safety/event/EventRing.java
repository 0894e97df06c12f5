package org.altercor.safety.event;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/// Events on their way from one loop to the clerk. The loop never waits and never allocates: when nobody takes what it
/// leaves, the newest are lost, and counted.
///
/// One writer, one reader.
public final class EventRing {
    private final int mask;
    private final long[] nanos;
    private final EventKind[] kinds;
    private final int[] subjects;
    private final double[] values;
    private final long[] details;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    /// Takes one event out of a ring.
    @FunctionalInterface
    public interface Taker {
        void take(long nanos, EventKind kind, int subject, double value, long detail);
    }

    /// @param capacity a power of two
    public EventRing(int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("not a power of two: " + capacity);
        }
        mask = capacity - 1;
        nanos = new long[capacity];
        kinds = new EventKind[capacity];
        Arrays.fill(kinds, EventKind.STARTED);
        subjects = new int[capacity];
        values = new double[capacity];
        details = new long[capacity];
    }

    /// Leaves an event. Writer thread only.
    public void offer(long atNanos, EventKind kind, int subject, double value, long detail) {
        long next = written.get();
        if (next - taken.get() > mask) {
            lost.incrementAndGet();
            return;
        }
        int slot = (int) next & mask;
        nanos[slot] = atNanos;
        kinds[slot] = kind;
        subjects[slot] = subject;
        values[slot] = value;
        details[slot] = detail;
        written.set(next + 1);
    }

    /// Takes everything that is there, in order. Reader thread only.
    public void drain(Taker taker) {
        long end = written.get();
        for (long next = taken.get(); next < end; next++) {
            int slot = (int) next & mask;
            taker.take(nanos[slot], kinds[slot], subjects[slot], values[slot], details[slot]);
            taken.set(next + 1);
        }
    }

    /// How many were lost since this was asked last. Reader thread only.
    public long takeLost() {
        return lost.getAndSet(0);
    }
}
