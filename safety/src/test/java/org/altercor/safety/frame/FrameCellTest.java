package org.altercor.safety.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.altercor.safety.supervise.ControlSnapshot;
import org.junit.jupiter.api.Test;

class FrameCellTest {
    private final FrameCell<ControlSnapshot> cell = new FrameCell<>(new ControlSnapshot(4));
    private final ControlSnapshot mine = new ControlSnapshot(4);
    private final ControlSnapshot copy = new ControlSnapshot(4);

    @Test
    void nothingCanBeReadBeforeTheFirstFrameAndTheReaderKeepsWhatItHad() {
        copy.nowNanos = 42;
        assertThat(cell.reader().tryRead(copy)).isFalse();
        assertThat(copy.nowNanos).isEqualTo(42);
    }

    @Test
    void theNewestFrameIsCopiedWholeAndStaysReadable() {
        FrameCell<ControlSnapshot>.Reader reader = cell.reader();
        mine.nowNanos = 1;
        cell.publish(mine);
        mine.nowNanos = 2;
        mine.commandedRpm[3] = 88;
        cell.publish(mine);
        mine.nowNanos = 3; // not published

        assertThat(reader.tryRead(copy)).isTrue();
        assertThat(reader.tryRead(copy)).isTrue();
        assertThat(copy.nowNanos).isEqualTo(2);
        assertThat(copy.commandedRpm[3]).isEqualTo(88);
    }

    @Test
    void aReaderNeverSeesHalfOfOneFrameAndHalfOfAnother() throws InterruptedException {
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 1; i <= 400_000; i++) {
                mine.nowNanos = i;
                Arrays.fill(mine.commandedRpm, i);
                Arrays.fill(mine.requestId, i);
                cell.publish(mine);
            }
        });
        FrameCell<ControlSnapshot>.Reader reader = cell.reader();
        long consistent = 0;
        while (writer.isAlive()) {
            if (reader.tryRead(copy)) {
                consistent++;
                for (int pump = 0; pump < 4; pump++) {
                    assertThat(copy.commandedRpm[pump]).isEqualTo((double) copy.nowNanos);
                    assertThat(copy.requestId[pump]).isEqualTo(copy.nowNanos);
                }
            }
        }
        writer.join();
        assertThat(consistent).isPositive();
    }
}
