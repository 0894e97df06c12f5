package org.altercor.bench.line;

import java.util.Random;

/// One direction of a [ThrottledLine]: bytes in flight, what is done to them, and when each arrived.
///
/// Owner: the relay thread; the faults may be set by any thread, and the record is read under this object's lock.
final class Wire {
    private static final int IN_FLIGHT = 1 << 16;
    private static final int RECORDED = 1 << 20;

    private final Pty from;
    private final Pty to;
    private final long characterNanos;
    private final LineFaults faults;
    private final Random random;

    private final byte[] chunk = new byte[256];
    private final byte[] one = new byte[1];
    private final byte[] flying = new byte[IN_FLIGHT];
    private final long[] dueNanos = new long[IN_FLIGHT];
    private int head;
    private int tail;
    private long freeNanos;

    private final byte[] bytes = new byte[RECORDED];
    private final long[] arrivedNanos = new long[RECORDED];
    private int recorded;

    Wire(Pty from, Pty to, long characterNanos, LineFaults faults, long seed) {
        this.from = from;
        this.to = to;
        this.characterNanos = characterNanos;
        this.faults = faults;
        random = new Random(seed);
    }

    /// Moves what is due. Relay thread only.
    void move(long nowNanos) {
        if (faults.hangs) {
            return;
        }
        int count = inFlight() + chunk.length < IN_FLIGHT ? from.read(chunk) : 0; // full: the sender has to wait
        for (int i = 0; i < count; i++) {
            launch(spoil(chunk[i]), nowNanos);
        }
        if (faults.noiseBytes.get() > 0 && inFlight() + 1 < IN_FLIGHT) {
            faults.noiseBytes.decrementAndGet();
            launch((byte) random.nextInt(256), nowNanos);
        }
        while (head != tail && dueNanos[head] - nowNanos <= 0) {
            deliver(flying[head], nowNanos);
            head = (head + 1) % IN_FLIGHT;
        }
    }

    private int inFlight() {
        return (tail - head + IN_FLIGHT) % IN_FLIGHT;
    }

    private void launch(byte next, long nowNanos) {
        if (faults.cut) {
            return;
        }
        long startNanos = freeNanos - nowNanos > 0 ? freeNanos : nowNanos;
        freeNanos = startNanos + characterNanos + faults.gapNanos;
        flying[tail] = next;
        dueNanos[tail] = freeNanos + faults.delayNanos;
        tail = (tail + 1) % IN_FLIGHT;
    }

    private byte spoil(byte next) {
        boolean hit = random.nextDouble() < faults.spoiltShare;
        return hit ? (byte) (next ^ (1 << random.nextInt(8))) : next;
    }

    private void deliver(byte next, long nowNanos) {
        one[0] = next;
        to.write(one, 1);
        synchronized (this) {
            bytes[recorded % RECORDED] = next;
            arrivedNanos[recorded % RECORDED] = nowNanos;
            recorded++;
        }
    }

    /// Bytes that have arrived since the line was opened.
    synchronized int arrived() {
        return recorded;
    }

    /// When the last byte of the first frame like `frame` arrived whose last byte arrived at or after `sinceNanos`.
    ///
    /// @return [ThrottledLine#NOT_ARRIVED] when there is none yet
    synchronized long arrivalOf(byte[] frame, int fromByte, long sinceNanos) {
        for (int last = Math.max(fromByte, frame.length - 1); last < recorded; last++) {
            long at = arrivedNanos[last % RECORDED];
            if (at - sinceNanos >= 0 && endsWith(frame, last)) {
                return at;
            }
        }
        return ThrottledLine.NOT_ARRIVED;
    }

    private boolean endsWith(byte[] frame, int last) {
        for (int i = 0; i < frame.length; i++) {
            if (bytes[(last - frame.length + 1 + i) % RECORDED] != frame[i]) {
                return false;
            }
        }
        return true;
    }
}
