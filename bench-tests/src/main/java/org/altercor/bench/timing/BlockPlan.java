package org.altercor.bench.timing;

/// How a stretch of time is cut into blocks that take turns, so that whatever the machine does meanwhile meets all
/// kinds of block alike.
///
/// ```
/// warm-up │ native │ common │ cyclictest │ native │ common │ cyclictest │ …
/// ```
///
/// @param rounds       blocks of each kind
/// @param blockNanos   length of one block
/// @param warmUpNanos  run before the first block and not counted
/// @param settleNanos  run at the start of each block and not counted: a new thread takes its stack and its caches
public record BlockPlan(int rounds, long blockNanos, long warmUpNanos, long settleNanos) {
    /// At least so many blocks of each kind are run when there is a minute or more.
    static final int ROUNDS_OF_A_MINUTE = 10;

    /// More blocks make the interval of the median narrower, longer ones the rare percentiles of each block
    /// steadier. Our own judgement.
    private static final int MOST_ROUNDS = 20;

    private static final double SECONDS_PER_ROUND = 6;
    private static final double WARM_UP_SHARE = 0.05;
    private static final double LONGEST_WARM_UP_SECONDS = 3;
    private static final double SETTLE_SHARE = 0.1;
    private static final double LONGEST_SETTLE_SECONDS = 0.2;
    private static final double NANOS_PER_SECOND = 1e9;

    /// Cuts `seconds` into blocks of `kinds` kinds.
    public static BlockPlan of(double seconds, int kinds) {
        if (!(seconds >= 1)) {
            throw new IllegalArgumentException("timing takes one second or more: " + seconds);
        }
        int rounds = Math.clamp((long) (seconds / SECONDS_PER_ROUND), 1, MOST_ROUNDS);
        double warmUp = Math.min(WARM_UP_SHARE * seconds, LONGEST_WARM_UP_SECONDS);
        double block = (seconds - warmUp) / (rounds * kinds);
        double settle = Math.min(SETTLE_SHARE * block, LONGEST_SETTLE_SECONDS);
        return new BlockPlan(rounds, nanos(block), nanos(warmUp), nanos(settle));
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
