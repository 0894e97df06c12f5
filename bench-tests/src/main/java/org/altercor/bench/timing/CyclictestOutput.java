package org.altercor.bench.timing;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `cyclictest --json` measured with `-N` (nanoseconds) and `-h`: all threads of one block, or of many.
///
/// @param countOfNanos how often each latency was seen, by latency
/// @param overflow     samples that were longer than the histogram reaches; of these only the longest is known
/// @param maxNanos     the longest latency
public record CyclictestOutput(SortedMap<Long, Long> countOfNanos, long overflow, long maxNanos) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final double NANOS_PER_MICRO = 1_000;

    /// Reads one file of the tool.
    ///
    /// @throws IllegalArgumentException when it is not what the tool writes
    static CyclictestOutput parse(String json) {
        JsonNode threads;
        try {
            threads = JSON.readTree(json).path("thread");
        } catch (JacksonException e) {
            throw new IllegalArgumentException("cyclictest wrote no JSON: " + e.getOriginalMessage(), e);
        }
        if (threads.isEmpty()) {
            throw new IllegalArgumentException("cyclictest wrote no threads");
        }
        SortedMap<Long, Long> counts = new TreeMap<>();
        long cycles = 0;
        long maxNanos = 0;
        for (JsonNode thread : threads) {
            if (!thread.path("cycles").isNumber() || !thread.path("histogram").isObject()) {
                throw new IllegalArgumentException("cyclictest wrote a thread without cycles or histogram");
            }
            cycles += thread.path("cycles").asLong();
            maxNanos = Math.max(maxNanos, thread.path("max").asLong());
            for (Map.Entry<String, JsonNode> bucket : thread.path("histogram").properties()) {
                counts.merge(Long.parseLong(bucket.getKey()), bucket.getValue().asLong(), Long::sum);
            }
        }
        return new CyclictestOutput(counts, Math.max(0, cycles - sum(counts)), maxNanos);
    }

    /// Many blocks as one.
    static CyclictestOutput merge(Collection<CyclictestOutput> blocks) {
        SortedMap<Long, Long> counts = new TreeMap<>();
        long overflow = 0;
        long maxNanos = 0;
        for (CyclictestOutput block : blocks) {
            block.countOfNanos.forEach((nanos, count) -> counts.merge(nanos, count, Long::sum));
            overflow += block.overflow;
            maxNanos = Math.max(maxNanos, block.maxNanos);
        }
        return new CyclictestOutput(counts, overflow, maxNanos);
    }

    /// The distribution; a percentile that lies beyond the histogram is not known.
    Percentiles percentiles() {
        return new Percentiles(
                samples(),
                percentile(50),
                percentile(99),
                percentile(99.9),
                samples() == 0 ? null : maxNanos / NANOS_PER_MICRO);
    }

    long samples() {
        return sum(countOfNanos) + overflow;
    }

    private @Nullable Double percentile(double percent) {
        long rank = Math.max(1, (long) Math.ceil(percent / 100 * samples()));
        long seen = 0;
        for (Map.Entry<Long, Long> bucket : countOfNanos.entrySet()) {
            seen += bucket.getValue();
            if (seen >= rank) {
                return bucket.getKey() / NANOS_PER_MICRO;
            }
        }
        return null;
    }

    private static long sum(Map<Long, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
