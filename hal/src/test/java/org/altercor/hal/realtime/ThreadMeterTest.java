package org.altercor.hal.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ThreadMeterTest {
    private final ThreadMeter meter = new ThreadMeter();
    private final long me = Thread.currentThread().threadId();

    @Test
    void whatAThreadAllocatesIsCountedForThatThread() {
        long before = meter.allocatedBytes(me);
        byte[] kept = new byte[1_000_000];

        assertThat(meter.allocatedBytes(me) - before).isBetween((long) kept.length, 2L * kept.length);
    }

    @Test
    void cpuTimeGoesOnWhileAThreadWorks() {
        long before = meter.cpuNanos(me);
        double sum = 0;
        for (int i = 1; i < 3_000_000; i++) {
            sum += Math.sqrt(i);
        }

        assertThat(sum).isPositive();
        assertThat(meter.cpuNanos(me)).isGreaterThan(before);
    }

    @Test
    void aThreadThatHasEndedHasNoCountAndNotACountOfZero() throws InterruptedException {
        Thread ended = Thread.ofPlatform().start(() -> {});
        ended.join();

        assertThatIllegalStateException().isThrownBy(() -> meter.allocatedBytes(ended.threadId()));
        assertThatIllegalStateException().isThrownBy(() -> meter.cpuNanos(ended.threadId()));
    }
}
