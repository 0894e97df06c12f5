package org.altercor.safety.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.altercor.safety.frame.FrameLayout;

/// Takes the cycles of one loop out of the payloads that hold them, in the order of the journal. Owner: one thread.
///
/// Cycles follow each other; where one is missing everything up to the next checkpoint is passed over.
public final class CycleReader {
    private final CycleDeltas deltas;
    private final ByteBuffer cycle;
    private final ByteBuffer state;
    private final Inflater inflater = new Inflater();
    private byte[] columns = {};
    private long next;

    /// Takes what is read.
    @FunctionalInterface
    public interface Visitor {
        /// Takes a cycle.
        ///
        /// @param number  of the cycle, from 1
        /// @param inputs  encoded, and behind them the outputs; valid during the call only
        /// @param state   after the cycle, encoded; no bytes where it is not a checkpoint
        void visit(long number, ByteBuffer inputs, ByteBuffer state);
    }

    /// @param inputs  of the loop
    /// @param outputs of the loop
    /// @param state   of its core
    public CycleReader(FrameLayout inputs, FrameLayout outputs, FrameLayout state) {
        deltas = new CycleDeltas(List.of(inputs, outputs));
        cycle = ByteBuffer.allocate(deltas.bytes());
        this.state = ByteBuffer.allocate(state.bytes());
    }

    /// Reads a record.
    ///
    /// @param payload of this loop; left as it is
    /// @return whether its cycles could be read: false where they follow on ones that are missing
    /// @throws IllegalArgumentException when its bytes are no such cycles
    public boolean read(ByteBuffer payload, Visitor visitor) {
        CyclesHeader header = CyclesHeader.of(payload);
        boolean isReadable = header.isCheckpoint() || (next != 0 && header.first() == next);
        if (!isReadable) {
            next = 0;
            return false;
        }
        inflate(payload, header);
        if (header.isCheckpoint()) {
            deltas.clear();
        }
        for (int i = 0; i < header.count(); i++) {
            deltas.decode(columns, header.count(), i, cycle);
            state.clear();
            if (i > 0 || !header.isCheckpoint()) {
                state.limit(0);
            }
            visitor.visit(header.first() + i, cycle.clear(), state);
        }
        next = header.end();
        return true;
    }

    private void inflate(ByteBuffer payload, CyclesHeader header) {
        long wanted = (long) deltas.bytes() * header.count();
        if (header.count() < 1 || wanted > JournalRecord.MOST_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("a record of " + header.count() + " cycles");
        }
        if (columns.length != wanted) {
            columns = new byte[(int) wanted];
        }
        inflater.reset();
        inflater.setInput(payload.slice(
                payload.position() + CycleRecords.HEADER_BYTES, payload.remaining() - CycleRecords.HEADER_BYTES));
        try {
            if (header.isCheckpoint()) {
                fill(state.array(), 0, state.capacity());
            }
            fillColumns(header.count());
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("cycles that cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private void fillColumns(int count) throws DataFormatException {
        var table = new byte[2 * deltas.fields()];
        fill(table, 0, table.length);
        ByteBuffer like = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        for (int field = 0; field < deltas.fields(); field++) {
            int same = (like.getShort() & 0xFFFF) - 1;
            if (same >= field) {
                throw new IllegalArgumentException("a column that is like a later one");
            } else if (same >= 0) {
                deltas.place(columns, count, field, same);
            } else {
                fill(columns, deltas.columnAt(field, count), deltas.columnBytes(field, count));
            }
        }
    }

    private void fill(byte[] bytes, int offset, int length) throws DataFormatException {
        int filled = 0;
        while (filled < length) {
            int count = inflater.inflate(bytes, offset + filled, length - filled);
            if (count == 0) {
                throw new IllegalArgumentException("cycles that end " + (length - filled) + " bytes early");
            }
            filled += count;
        }
    }
}
