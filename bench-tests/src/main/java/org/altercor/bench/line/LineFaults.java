package org.altercor.bench.line;

import java.util.concurrent.atomic.AtomicInteger;

/// What goes wrong in one direction of a line. Any thread sets; the relay obeys from the next byte on.
public final class LineFaults {
    /// Everything sent is lost, as with a broken wire.
    public volatile boolean cut;

    /// Nobody takes bytes from the sender any more, as with a peer that hangs: its buffers fill up.
    public volatile boolean hangs;

    /// Every byte arrives later by so much.
    public volatile long delayNanos;

    /// Silence before every byte: frames arrive in pieces.
    public volatile long gapNanos;

    /// Share of the bytes in which one bit flips, 0 to 1.
    public volatile double spoiltShare;

    /// Random bytes still to be thrown in.
    public final AtomicInteger noiseBytes = new AtomicInteger();

    LineFaults() {}
}
