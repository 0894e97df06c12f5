package org.altercor.controller.replay;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.altercor.safety.journal.CyclesHeader;

/// Records of one loop's cycles since its last checkpoint: what must be read before a part that begins in the middle.
/// Owner: one thread.
public final class SinceCheckpoint {
    private final List<ByteBuffer> payloads = new ArrayList<>();

    /// Takes the next record; one that begins with a checkpoint needs none before it.
    ///
    /// @param payload copied: the bytes of a segment are gone with the segment
    public void add(CyclesHeader header, ByteBuffer payload) {
        if (header.isCheckpoint()) {
            payloads.clear();
        }
        payloads.add(ByteBuffer.allocate(payload.remaining())
                .put(payload.duplicate())
                .flip());
    }

    /// Gives them, and keeps none.
    public List<ByteBuffer> take() {
        List<ByteBuffer> all = List.copyOf(payloads);
        payloads.clear();
        return all;
    }
}
