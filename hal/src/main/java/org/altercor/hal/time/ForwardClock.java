package org.altercor.hal.time;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that never goes back, whatever its source does: a reading behind the newest one is replaced by the
/// newest one and counted. A reading far ahead of the newest one is believed only when the next reading is
/// not behind it: a process that was suspended reads so twice, and one wild reading would hold this clock
/// there, and whoever sleeps by it, until the source has caught up. A wild one is counted.
///
/// `CLOCK_MONOTONIC` does not step; a broken hypervisor, a broken kernel or an injected clock may. Owner: one
/// thread. Allocates nothing; the counters may be read from any thread.
public final class ForwardClock implements MonotonicClock {
    /// What is far ahead: a hundred periods of the control loop. Our own judgement; being far ahead costs a
    /// second reading and no more.
    static final long FAR_NANOS = 1_000_000_000;

    private final MonotonicClock source;
    private final AtomicLong wildReadings = new AtomicLong(); // as below
    private final AtomicLong backwardSteps = new AtomicLong(); // one writer; atomic only to be read elsewhere
    private long newestNanos;

    public ForwardClock(MonotonicClock source) {
        this.source = Objects.requireNonNull(source, "source");
        newestNanos = source.nanoTime();
    }

    /// The source's time, or the newest time believed when the source is behind it.
    @Override
    public long nanoTime() {
        long nowNanos = source.nanoTime();
        if (nowNanos - newestNanos > FAR_NANOS) {
            nowNanos = secondOpinion(nowNanos);
        }
        long stepNanos = nowNanos - newestNanos;
        if (stepNanos > 0) {
            newestNanos = nowNanos;
        } else if (stepNanos < 0) {
            backwardSteps.setRelease(backwardSteps.getPlain() + 1);
        }
        return newestNanos;
    }

    private long secondOpinion(long farNanos) {
        long againNanos = source.nanoTime();
        if (againNanos - farNanos >= 0) {
            return againNanos;
        }
        wildReadings.setRelease(wildReadings.getPlain() + 1);
        return againNanos - newestNanos > FAR_NANOS ? newestNanos : againNanos;
    }

    /// How often the source was far ahead of the reading that followed. More than none is a fault of the
    /// machine.
    public long wildReadings() {
        return wildReadings.getAcquire();
    }

    /// How often the source was behind its newest time. More than none is a fault of the machine.
    public long backwardSteps() {
        return backwardSteps.getAcquire();
    }
}
