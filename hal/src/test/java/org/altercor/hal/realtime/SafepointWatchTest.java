package org.altercor.hal.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.LongStream;
import org.altercor.hal.realtime.SafepointLog.Safepoint;
import org.junit.jupiter.api.Test;

class SafepointWatchTest {
    /// As written by Temurin 25.0.3.
    private static final List<String> CAPTURED = """
            [0.854s] Safepoint "ZMarkStartYoung", Time since last: 693652461 ns, Reaching safepoint: 3805 ns, \
            At safepoint: 18208 ns, Leaving safepoint: 1262 ns, Total: 23275 ns, Threads: 0 runnable, 10 total
            [0.916s] Safepoint "CleanClassLoaderDataMetaspaces", Time since last: 3359083 ns, \
            Reaching safepoint: 111837 ns, At safepoint: 167640 ns, Leaving safepoint: 13991 ns, Total: 293468 ns, \
            Threads: 1 runnable, 10 total
            [0.920s] something else altogether
            """.lines().toList();

    @Test
    void timeToSafepointAndPauseAreReadFromEachLine() {
        assertThat(SafepointLog.parse(CAPTURED))
                .containsExactly(new Safepoint(3_805, 23_275), new Safepoint(111_837, 293_468));
    }

    @Test
    void percentilesAreTimesThatWereSeen() {
        List<Safepoint> hundred = LongStream.rangeClosed(1, 100)
                .mapToObj(n -> new Safepoint(n, 1_000 * n))
                .toList();
        SafepointLog.Summary summary = SafepointLog.summarise(hundred);

        assertThat(summary.count()).isEqualTo(100);
        assertThat(summary.reaching()).contains(new SafepointLog.Distribution(50, 99, 100));
        assertThat(summary.total()).contains(new SafepointLog.Distribution(50_000, 99_000, 100_000));
    }

    @Test
    void withoutASafepointThereIsNoTimeToSafepoint() {
        SafepointLog.Summary none = SafepointLog.summarise(List.of());

        assertThat(none.count()).isZero();
        assertThat(none.reaching()).isEmpty(); // not zero: nothing was measured
        assertThat(none.total()).isEmpty();
    }

    @Test
    void theRealJvmIsWatchedFromOpenToClose() throws IOException {
        try (SafepointWatch watch = SafepointWatch.open()) {
            int before = watch.summary().count();
            ManagementFactory.getThreadMXBean().dumpAllThreads(true, true); // stops all threads
            SafepointLog.Summary after = watch.summary();

            assertThat(after.count()).isGreaterThan(before);
            assertThat(after.reaching().orElseThrow().maxNanos()).isPositive();
            assertThat(after.total().orElseThrow().maxNanos())
                    .isGreaterThan(after.reaching().orElseThrow().p50Nanos());
        }
        try (SafepointWatch again = SafepointWatch.open()) { // the first one has let go
            assertThat(again.summary()).isNotNull();
        }
    }
}
