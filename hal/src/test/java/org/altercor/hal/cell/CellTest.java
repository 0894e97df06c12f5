package org.altercor.hal.cell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.junit.jupiter.api.Test;

class CellTest {
    private final SequenceLock lock = new SequenceLock();

    @Test
    void aLockThatWasNeverWrittenIsUnreadable() {
        assertThat(lock.beginRead()).isEqualTo(SequenceLock.UNREADABLE);
        assertThat(lock.unchangedSince(SequenceLock.UNREADABLE)).isFalse();
    }

    @Test
    void aLockIsUnreadableWhileAWriteIsOpenAndReadableAfterwards() {
        lock.beginWrite();
        assertThat(lock.beginRead()).isEqualTo(SequenceLock.UNREADABLE);
        assertThat(lock.unchangedSince(lock.beginRead())).isFalse();

        lock.endWrite();
        assertThat(lock.unchangedSince(lock.beginRead())).isTrue();
    }

    @Test
    void aReadThatAWriteHasOvertakenIsNotWhole() {
        lock.beginWrite();
        lock.endWrite();
        long stamp = lock.beginRead();

        lock.beginWrite();
        assertThat(lock.unchangedSince(stamp)).isFalse();
        lock.endWrite();
        assertThat(lock.unchangedSince(stamp)).isFalse();
    }

    @Test
    void anEmptyReadingCellLeavesTheReaderUntouched() {
        Reading mine = new Reading();
        mine.set(7, 70, 700, 3, Quality.GOOD);

        assertThat(new ReadingCell().copyTo(mine)).isFalse();
        assertThat(mine.value()).isEqualTo(7);
        assertThat(mine.sample()).isEqualTo(3);
        assertThat(mine.isUsable(700, 0)).isTrue();
    }

    @Test
    void aReadingCellHandsOverAllOfTheNewestMeasurementAndNumbersThem() {
        ReadingCell cell = new ReadingCell();
        Reading mine = new Reading();
        cell.publish(4_500, 812, 1_000, Quality.GOOD);
        cell.publish(4_600, 815, 2_000, Quality.GOOD);

        assertThat(cell.copyTo(mine)).isTrue();
        assertThat(mine.value()).isEqualTo(4_600);
        assertThat(mine.raw()).isEqualTo(815);
        assertThat(mine.sampledAtNanos()).isEqualTo(2_000);
        assertThat(mine.sample()).isEqualTo(2);
        assertThat(mine.quality()).isEqualTo(Quality.GOOD);

        cell.copyTo(mine);
        assertThat(mine.sample()).isEqualTo(2); // the same measurement again: no new sample
    }

    @Test
    void aMeasurementThatIsNotANumberIsHandedOverAsMissing() {
        ReadingCell cell = new ReadingCell();
        Reading mine = new Reading();
        cell.publish(Double.NaN, 812, 1_000, Quality.GOOD);
        cell.copyTo(mine);

        assertThat(mine.quality()).isEqualTo(Quality.MISSING);
    }

    @Test
    void aSwitchCellHandsOverAllOfTheNewestLookAndNumbersThem() {
        SwitchCell cell = new SwitchCell();
        SwitchReading mine = new SwitchReading();
        assertThat(cell.copyTo(mine)).isFalse();

        cell.publish(false, 0, 1_000, Quality.GOOD);
        cell.publish(true, 5, 2_000, Quality.GOOD);
        assertThat(cell.copyTo(mine)).isTrue();
        assertThat(mine.rawActive()).isTrue();
        assertThat(mine.activations()).isEqualTo(5);
        assertThat(mine.sampledAtNanos()).isEqualTo(2_000);
        assertThat(mine.sample()).isEqualTo(2);
        assertThat(mine.quality()).isEqualTo(Quality.GOOD);
    }

    @Test
    void publishingAndCopyingAllocateNothing() {
        ReadingCell cell = new ReadingCell();
        Reading mine = new Reading();
        publishAndCopy(cell, mine, 200_000); // warm

        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        publishAndCopy(cell, mine, 1_000_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4_096);
    }

    private static void publishAndCopy(ReadingCell cell, Reading mine, int times) {
        for (int i = 0; i < times; i++) {
            cell.publish(i, i, i, Quality.GOOD);
            cell.copyTo(mine);
        }
    }
}
