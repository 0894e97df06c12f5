package org.altercor.hal.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AbsoluteSleeperTest {
    private static final long MS = 1_000_000;

    private final AbsoluteSleeper sleeper = new AbsoluteSleeper();

    @Test
    void itNeverReturnsBeforeTheDeadline() {
        for (int i = 0; i < 20; i++) {
            long deadlineNanos = System.nanoTime() + MS;
            sleeper.sleepUntil(deadlineNanos);
            assertThat(System.nanoTime() - deadlineNanos).isNotNegative();
        }
    }

    /// A deadline is a time and not a length of time: taken for one it would be the time since boot.
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aDeadlineThatHasJustPassedIsNotSleptFor() {
        sleeper.sleepUntil(System.nanoTime() - MS);
    }

    @Test
    void aDeadlineBeforeTheBootHasPassedAndIsNoError() {
        assertThatCode(() -> {
                    sleeper.sleepUntil(0);
                    sleeper.sleepUntil(-1);
                    sleeper.sleepUntil(Long.MIN_VALUE);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void sleepingAllocatesNothing() {
        sleepOften(50_000); // warm
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        sleepOften(50_000);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4_096);
    }

    private void sleepOften(int times) {
        for (int i = 0; i < times; i++) {
            sleeper.sleepUntil(1 + i); // over long ago: a full call without a sleep
        }
    }

    @Test
    void errorsAreToldInWords() {
        assertThat(LinuxCalls.describe(1)).isEqualTo("Operation not permitted (errno 1)");
        assertThat(LinuxCalls.describe(12)).isEqualTo("Cannot allocate memory (errno 12)");
    }
}
