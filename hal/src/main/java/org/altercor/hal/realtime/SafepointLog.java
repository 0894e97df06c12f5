package org.altercor.hal.realtime;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What HotSpot writes about safepoints under `-Xlog:safepoint=info`, read.
///
/// ```
/// demanded ── reaching: every thread comes to a halt ── at: all stand still ── leaving ── all run
/// ```
public final class SafepointLog {
    /// One safepoint.
    ///
    /// @param reachingNanos time to safepoint: from the demand until the last thread stood still
    /// @param totalNanos    from the demand until all threads may run again
    public record Safepoint(long reachingNanos, long totalNanos) {}

    /// A distribution of times, in nanoseconds; each percentile is a time that was seen.
    public record Distribution(long p50Nanos, long p99Nanos, long maxNanos) {}

    /// Safepoints of a stretch of time.
    ///
    /// @param reaching time to safepoint; empty when there was none
    /// @param total    pauses; empty when there was none
    public record Summary(int count, Optional<Distribution> reaching, Optional<Distribution> total) {}

    private static final Pattern LINE =
            Pattern.compile("Safepoint \"[^\"]*\".* Reaching safepoint: (\\d+) ns,.* Total: (\\d+) ns");

    private SafepointLog() {}

    /// The safepoints in a log; lines that speak of something else are passed over.
    public static List<Safepoint> parse(List<String> lines) {
        return lines.stream()
                .map(LINE::matcher)
                .filter(Matcher::find)
                .map(found -> new Safepoint(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))))
                .toList();
    }

    /// Count and distributions of `safepoints`.
    public static Summary summarise(List<Safepoint> safepoints) {
        return new Summary(
                safepoints.size(),
                distribution(safepoints, Safepoint::reachingNanos),
                distribution(safepoints, Safepoint::totalNanos));
    }

    private static Optional<Distribution> distribution(List<Safepoint> safepoints, ToLongFunction<Safepoint> time) {
        long[] sorted = safepoints.stream().mapToLong(time).sorted().toArray();
        return sorted.length == 0
                ? Optional.empty()
                : Optional.of(new Distribution(ofRank(sorted, 0.50), ofRank(sorted, 0.99), ofRank(sorted, 1.0)));
    }

    /// Nearest rank: the smallest time that at least `share` of all times do not exceed.
    private static long ofRank(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
