package org.altercor.hal.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StopSlotTest {
    private final StopSlot slot = new StopSlot();

    @Test
    void aNewSlotIsNotSet() {
        assertThat(slot.isSet()).isFalse();
    }

    @Test
    void aDemandStaysUntilItIsReleased() {
        long demand = slot.demand();
        assertThat(slot.isSet()).isTrue();
        assertThat(slot.isSet()).isTrue();
        slot.release(demand);
        assertThat(slot.isSet()).isFalse();
    }

    @Test
    void aReleaseOfAnEarlierDemandLeavesALaterOneInForce() {
        long first = slot.demand();
        long second = slot.demand();
        slot.release(first);
        assertThat(slot.isSet()).isTrue();
        slot.release(second);
        assertThat(slot.isSet()).isFalse();
    }

    @Test
    void releasingNothingOrReleasingTwiceChangesNothing() {
        slot.release(0);
        long demand = slot.demand();
        slot.release(demand - 1);
        assertThat(slot.isSet()).isTrue();
        slot.release(demand);
        slot.release(demand);
        slot.demand();
        assertThat(slot.isSet()).isTrue();
    }

    @Test
    void noDemandMadeDuringReleasesIsEverLost() throws InterruptedException {
        int rounds = 50_000;
        CountDownLatch start = new CountDownLatch(1);
        AtomicLong lost = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                await(start);
                for (int round = 0; round < rounds; round++) {
                    long mine = slot.demand();
                    if (!slot.isSet() && slot.released() < mine) {
                        lost.incrementAndGet();
                    }
                }
            }));
        }
        threads.add(Thread.ofPlatform().start(() -> {
            await(start);
            long seen = 0;
            for (int round = 0; round < rounds; round++) {
                slot.release(seen); // what was seen one round ago: others have demanded since
                seen = slot.demands();
            }
        }));
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        long last = slot.demand();

        assertThat(lost).hasValue(0);
        assertThat(slot.isSet()).isTrue();
        assertThat(last).isEqualTo(2L * rounds + 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
