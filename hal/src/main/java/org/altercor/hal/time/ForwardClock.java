package org.altercor.hal.time;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that never goes back, whatever its source does: a reading behind the newest one is replaced by the
/// newest one and counted.
///
/// `CLOCK_MONOTONIC` does not step back; a broken hypervisor, a broken kernel or an injected clock may. Owner: one
/// thread. Allocates nothing; the counter may be read from any thread.
public final class ForwardClock implements MonotonicClock {
    private final MonotonicClock source;
    private final AtomicLong backwardSteps = new AtomicLong(); // one writer; atomic only to be read elsewhere
    private long newestNanos;

    public ForwardClock(MonotonicClock source) {
        this.source = Objects.requireNonNull(source, "source");
        newestNanos = source.nanoTime();
    }

    /// The source's time, or the newest time seen when the source is behind it.
    @Override
    public long nanoTime() {
        long nowNanos = source.nanoTime();
        long stepNanos = nowNanos - newestNanos;
        if (stepNanos > 0) {
            newestNanos = nowNanos;
        } else if (stepNanos < 0) {
            backwardSteps.setRelease(backwardSteps.getPlain() + 1);
        }
        return newestNanos;
    }

    /// How often the source was behind its newest time. More than none is a fault of the machine.
    public long backwardSteps() {
        return backwardSteps.getAcquire();
    }
}
