package org.altercor.safety.telemetry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: twice as long after each failure, up to a bound, and never the same for
/// two machines that lost the same broker.
///
/// A connection must have lived for a while before it counts as a success: two machines under one name throw each other
/// out, and each would start anew at once. Owner: one thread.
final class BackOff {
    /// Life after which a connection was a good one. Our own judgement: longer than two keep-alives.
    static final long GOOD_LIFE_NANOS = Duration.ofSeconds(15).toNanos();

    private final long firstNanos;
    private final long longestNanos;
    private final RandomGenerator random;
    private long nextNanos;

    BackOff(LinkTiming timing, RandomGenerator random) {
        firstNanos = timing.firstBackOff().toNanos();
        longestNanos = timing.longBackOff().toNanos();
        nextNanos = firstNanos;
        this.random = random;
    }

    /// How long to wait now: between half and the whole of the current bound.
    ///
    /// @param livedNanos how long the connection that ended had lived; 0 when it never came up
    long afterFailure(long livedNanos) {
        if (livedNanos >= GOOD_LIFE_NANOS) {
            nextNanos = firstNanos;
        }
        long bound = nextNanos;
        nextNanos = Math.min(longestNanos, bound * 2);
        return bound / 2 + random.nextLong(bound / 2 + 1);
    }
}
