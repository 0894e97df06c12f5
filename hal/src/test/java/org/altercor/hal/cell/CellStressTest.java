package org.altercor.hal.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.junit.jupiter.api.Test;

/// One thread writes flat out, one reads: a copy that mixes two writes would show, because all fields of one write
/// are made from one number. On x86 this proves little about ARM, where stores are not ordered; it must run on the
/// target.
class CellStressTest {
    private static final long WRITES = 2_000_000;

    /// Runs `write` for each number on a thread of its own while this thread calls `read` until the writer has
    /// ended.
    private static void race(LongConsumer write, Runnable read) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().name("writer").start(() -> {
            for (long n = 1; n <= WRITES; n++) {
                write.accept(n);
            }
            done.set(true);
        });
        while (!done.get()) {
            read.run();
        }
        writer.join();
        read.run();
    }

    @Test
    void aSequenceLockNeverShowsHalfAWrite() throws InterruptedException {
        SequenceLock lock = new SequenceLock();
        long[] shared = new long[4];
        long[] counts = new long[2]; // whole copies, torn copies
        race(
                n -> {
                    lock.beginWrite();
                    for (int i = 0; i < shared.length; i++) {
                        shared[i] = n * (i + 1);
                    }
                    lock.endWrite();
                },
                () -> {
                    long stamp = lock.beginRead();
                    long first = shared[0];
                    long second = shared[1];
                    long third = shared[2];
                    long fourth = shared[3];
                    if (lock.unchangedSince(stamp)) {
                        boolean isWhole = second == 2 * first && third == 3 * first && fourth == 4 * first;
                        counts[isWhole ? 0 : 1]++;
                    }
                });

        assertThat(counts[1]).as("torn copies").isZero();
        assertThat(counts[0]).as("whole copies").isPositive();
    }

    @Test
    void aReadingIsAlwaysOfOneMeasurementAndNeverOlderThanTheOneBefore() throws InterruptedException {
        ReadingCell cell = new ReadingCell();
        Reading mine = new Reading();
        long[] counts = new long[3]; // whole, torn, older
        race(n -> cell.publish((double) n, 2.0 * n, 3 * n, n % 2 == 0 ? Quality.GOOD : Quality.POOR_SIGNAL), () -> {
            long before = mine.sample();
            if (cell.copyTo(mine)) {
                long n = mine.sample();
                boolean isWhole = mine.value() == n
                        && mine.raw() == 2.0 * n
                        && mine.sampledAtNanos() == 3 * n
                        && mine.quality() == (n % 2 == 0 ? Quality.GOOD : Quality.POOR_SIGNAL);
                counts[isWhole ? 0 : 1]++;
                counts[2] += n < before ? 1 : 0;
            }
        });

        assertThat(counts[1]).as("torn copies").isZero();
        assertThat(counts[2]).as("copies older than the one before").isZero();
        assertThat(mine.sample()).isEqualTo(WRITES); // the newest is there in the end
    }

    @Test
    void aSwitchReadingIsAlwaysOfOneLook() throws InterruptedException {
        SwitchCell cell = new SwitchCell();
        SwitchReading mine = new SwitchReading();
        long[] counts = new long[2]; // whole, torn
        race(n -> cell.publish(n % 2 == 0, n / 2, 3 * n, n % 3 == 0 ? Quality.GOOD : Quality.DISCONNECTED), () -> {
            if (cell.copyTo(mine)) {
                long n = mine.sample();
                boolean isWhole = mine.rawActive() == (n % 2 == 0)
                        && mine.activations() == n / 2
                        && mine.sampledAtNanos() == 3 * n
                        && mine.quality() == (n % 3 == 0 ? Quality.GOOD : Quality.DISCONNECTED);
                counts[isWhole ? 0 : 1]++;
            }
        });

        assertThat(counts[1]).as("torn copies").isZero();
        assertThat(mine.sample()).isEqualTo(WRITES);
    }
}
