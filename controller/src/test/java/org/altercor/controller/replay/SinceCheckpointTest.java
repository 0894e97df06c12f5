package org.altercor.controller.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.altercor.safety.frame.Loop;
import org.altercor.safety.journal.CyclesHeader;
import org.junit.jupiter.api.Test;

class SinceCheckpointTest {
    private final SinceCheckpoint before = new SinceCheckpoint();

    private void add(int first, boolean isCheckpoint) {
        before.add(
                new CyclesHeader(Loop.SUPERVISOR, isCheckpoint, 1, first), ByteBuffer.wrap(new byte[] {(byte) first}));
    }

    @Test
    void aCheckpointMakesWhatWasBeforeItNeedless() {
        add(1, true);
        add(2, false);
        add(3, true);
        add(4, false);

        assertThat(before.take()).extracting(ByteBuffer::get).isEqualTo(List.of((byte) 3, (byte) 4));
        assertThat(before.take()).isEmpty();
    }
}
