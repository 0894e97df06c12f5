package org.altercor.bench.line;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.altercor.config.rig.SerialSettings;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.time.ThreadRole;

/// A serial line between two pseudo-terminals that is as slow as a real one.
///
/// ```
/// program ── near path │ Pty ◄─► relay thread: one character time a byte, faults, record ◄─► Pty │ far path ── peer
/// ```
///
/// A pseudo-terminal by itself is infinitely fast; here each byte arrives when its last bit would have. The
/// arrival is recorded on the clock of `System.nanoTime`, at the far side, by a thread that shares nothing with the
/// program under test but the processor: its own wake-up (about 50 µs, more on a busy machine) is part of every
/// figure.
public final class ThrottledLine implements AutoCloseable {
    /// No such frame has arrived.
    public static final long NOT_ARRIVED = Long.MIN_VALUE;

    private static final long NAP_NANOS = 50_000;

    private final Pty near;
    private final Pty far;
    private final LineFaults outward = new LineFaults();
    private final LineFaults inward = new LineFaults();
    private final Wire out;
    private final Wire in;
    private final Thread relay;
    private volatile boolean running = true;
    private volatile long longestNapNanos;

    /// @param settings speed and shape of a character; the device is not used
    /// @param seed     of spoilt and random bytes
    public ThrottledLine(SerialSettings settings, long seed) throws IOException {
        this(settings, seed, RealTime.without("a relay among ordinary threads"));
    }

    /// A relay on a thread of the most urgent role, since it plays the wire, which waits for nobody.
    ///
    /// @param settings speed and shape of a character; the device is not used
    /// @param seed     of spoilt and random bytes
    /// @param realTime makes the thread
    public ThrottledLine(SerialSettings settings, long seed, RealTime realTime) throws IOException {
        near = new Pty();
        try {
            far = new Pty();
        } catch (IOException | RuntimeException e) {
            near.close();
            throw e;
        }
        out = new Wire(near, far, settings.characterNanos(), outward, seed);
        in = new Wire(far, near, settings.characterNanos(), inward, seed + 1);
        relay = realTime.newThread(ThreadRole.EDGES, "throttled-line", this::relayOrUnplug);
        try {
            relay.start();
        } catch (OutOfMemoryError noThread) {
            unplug();
            throw noThread;
        }
    }

    private void relayOrUnplug() {
        try {
            relay();
        } finally {
            unplug();
        }
    }

    private void unplug() {
        near.close();
        far.close();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // a reset that is lost only makes the line look worse
    private void relay() {
        long lastNanos = System.nanoTime();
        while (running) {
            long nowNanos = System.nanoTime();
            longestNapNanos = Math.max(longestNapNanos, nowNanos - lastNanos);
            lastNanos = nowNanos;
            out.move(nowNanos);
            in.move(System.nanoTime());
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    /// The serial port for the program under test.
    public String nearPath() {
        return near.path();
    }

    /// The serial port for its peer.
    public String farPath() {
        return far.path();
    }

    /// Faults on the way to the peer.
    public LineFaults outward() {
        return outward;
    }

    /// Faults on the way from the peer.
    public LineFaults inward() {
        return inward;
    }

    /// Number of bytes that have reached the peer.
    public int arrivedAtPeer() {
        return out.arrived();
    }

    /// When the last byte of the first such frame reached the peer, among bytes from number `fromByte` on and not
    /// before `sinceNanos`.
    ///
    /// @return [#NOT_ARRIVED] when it has not
    public long arrivalAtPeer(byte[] frame, int fromByte, long sinceNanos) {
        return out.arrivalOf(frame, fromByte, sinceNanos);
    }

    /// Longest time the relay was away since [#forgetNaps]: what arrived meanwhile is recorded so much too late.
    public long longestNapNanos() {
        return longestNapNanos;
    }

    public void forgetNaps() {
        longestNapNanos = 0;
    }

    /// Unplugs both ends.
    @Override
    public void close() {
        running = false;
        try {
            relay.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
