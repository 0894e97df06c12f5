package org.altercor.hal.line;

import java.util.ArrayDeque;
import org.altercor.hal.line.LineOpener.Opening;

/// A line without a wire: the test plays the far end, and time is what the test says.
///
/// Bytes arrive when [#nowNanos] has reached their time. Allocates nothing while used, so that it can be measured
/// through.
public final class SimulatedLine implements ByteLine, LineOpener {
    /// The device at the far end.
    @FunctionalInterface
    public interface FarEnd {
        void receive(SimulatedLine line, byte[] frame, int length);
    }

    private static final int QUEUE = 4096;

    private final byte[] queue = new byte[QUEUE];
    private final long[] arrival = new long[QUEUE];
    private int head;
    private int tail;
    private FarEnd farEnd = (_, _, _) -> {};

    public long nowNanos;
    public boolean gone;
    public boolean refuse;
    public boolean full;
    public int room = Integer.MAX_VALUE; // bytes that are taken of the next frame
    public boolean open;
    public int openings;
    public int refusals;
    public long framesWritten;

    /// When a test wants to know them: the frames written, newest last.
    public ArrayDeque<byte[]> log = new ArrayDeque<>();

    public boolean logging = true;

    public void farEnd(FarEnd device) {
        farEnd = device;
    }

    @Override
    public Opening open() {
        if (refuse) {
            refusals++;
            return new Opening.Refused("the simulated line is refused");
        }
        openings++;
        gone = false;
        open = true;
        head = tail;
        return new Opening.Open(this);
    }

    /// Puts bytes on their way to the master, the first of them after `delayNanos`, each taking `characterNanos`.
    public void send(byte[] bytes, int length, long delayNanos, long characterNanos) {
        for (int i = 0; i < length; i++) {
            queue[tail] = bytes[i];
            arrival[tail] = nowNanos + delayNanos + (i + 1) * characterNanos;
            tail = (tail + 1) % QUEUE;
        }
    }

    public void send(byte... bytes) {
        send(bytes, bytes.length, 0, 0);
    }

    @Override
    public int read(byte[] into) {
        if (gone) {
            return GONE;
        }
        int count = 0;
        while (count < into.length && head != tail && arrival[head] - nowNanos <= 0) {
            into[count++] = queue[head];
            head = (head + 1) % QUEUE;
        }
        return count;
    }

    @Override
    public int write(byte[] from, int length) {
        if (gone) {
            return GONE;
        }
        if (full) {
            return 0;
        }
        if (room < length) {
            int taken = room;
            room = Integer.MAX_VALUE;
            return taken;
        }
        framesWritten++;
        if (logging) {
            log.add(java.util.Arrays.copyOf(from, length));
        }
        farEnd.receive(this, from, length);
        return length;
    }

    @Override
    public void close() {
        open = false;
    }
}
