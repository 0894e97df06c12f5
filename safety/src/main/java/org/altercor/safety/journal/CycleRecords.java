package org.altercor.safety.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import org.altercor.safety.frame.FrameTap;

/// Puts the cycles of one loop into payloads of records of type [RecordType#FRAMES].
///
/// ```
///   0  1  form, 1                             4  4  cycles in it, n
///   1  1  loop: 0 control, 1 supervisor       8  8  number of the first
///   2  1  1: it begins with a checkpoint     16  …  zlib: state (with a checkpoint only), table, columns
///   3  1  zero
/// ```
///
/// A field's column is its lowest byte in all n cycles, then its next byte in all of them, and so on. The table has two
/// bytes for each field of inputs and outputs: 0 when its column follows, else 1 more than the number of the field
/// before it, from 0, that has the same column: most fields of sensors that are read together, and all that never
/// change, share theirs. Each cycle is as [CycleDeltas] has it after the one before, which may stand in another record;
/// a checkpoint follows
/// nothing. Owner: the thread that takes cycles; of ordinary priority.
final class CycleRecords {
    /// Form of the payload.
    static final byte FORM = 1;

    static final int HEADER_BYTES = 16;

    /// Less makes records longer, more takes longer: of no use on what is mostly zeros already. Our own judgement,
    /// from a minute of ordinary running.
    private static final int LEVEL = Deflater.DEFAULT_COMPRESSION;

    /// A second of the supervisor, two of the control loop.
    private static final int MOST_CYCLES = 200;

    /// Columns that fit a record even where nothing in them repeats.
    private static final int MOST_BYTES = JournalRecord.MOST_PAYLOAD_BYTES - (64 << 10);

    private final FrameTap<?, ?> tap;
    private final CycleDeltas deltas;
    private final int most;
    private final byte[] columns;
    private final byte[] state;
    private final byte[] packed;
    private final Deflater deflater = new Deflater(LEVEL);
    private int count;
    private long first;
    private boolean hasState;

    /// @param tap of the loop
    CycleRecords(FrameTap<?, ?> tap) {
        this(tap, MOST_CYCLES);
    }

    /// @param tap  of the loop
    /// @param most cycles of a record; fewer when they would not fit one
    CycleRecords(FrameTap<?, ?> tap, int most) {
        this.tap = tap;
        deltas = new CycleDeltas(List.of(tap.inputs(), tap.outputs()));
        this.most = Math.max(1, Math.min(most, MOST_BYTES / deltas.bytes()));
        columns = new byte[deltas.bytes() * this.most];
        state = new byte[tap.state().bytes()];
        packed = new byte[HEADER_BYTES + columns.length + 2 * deltas.fields() + state.length + 1_024];
    }

    /// Takes all cycles that wait, and hands on each record that is full.
    ///
    /// @param records takes a payload, which is its own
    void take(Consumer<ByteBuffer> records) {
        tap.drain((cycle, isCheckpoint, bytes) -> {
            if (isCheckpoint) {
                finish(records);
                deltas.clear();
                hasState = true;
                bytes.get(deltas.bytes(), state);
            }
            if (count == 0) {
                first = cycle;
            }
            deltas.encode(bytes, columns, most, count++);
            if (count == most) {
                finish(records);
            }
        });
    }

    /// Hands on what is there, full or not.
    void finish(Consumer<ByteBuffer> records) {
        if (count == 0) {
            return;
        }
        deflater.reset();
        ByteBuffer into = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        into.put(FORM).put(tap.loop().code()).put((byte) (hasState ? 1 : 0)).put((byte) 0);
        into.putInt(count).putLong(first);
        int bytes = HEADER_BYTES;
        if (hasState) {
            bytes = deflate(ByteBuffer.wrap(state), bytes);
        }
        bytes = deflateColumns(bytes);
        records.accept(ByteBuffer.wrap(Arrays.copyOf(packed, bytes)));
        count = 0;
        hasState = false;
    }

    private int deflateColumns(int from) {
        Map<ByteBuffer, Integer> seen = new HashMap<>();
        ByteBuffer table = ByteBuffer.allocate(2 * deltas.fields()).order(ByteOrder.LITTLE_ENDIAN);
        List<ByteBuffer> own = new ArrayList<>();
        for (int field = 0; field < deltas.fields(); field++) {
            ByteBuffer column = deltas.column(columns, most, count, field);
            Integer same = seen.putIfAbsent(column, field);
            table.putShort((short) (same == null ? 0 : same + 1));
            if (same == null) {
                own.add(column);
            }
        }
        int bytes = deflate(table.flip(), from);
        for (ByteBuffer column : own) {
            bytes = deflate(column, bytes);
        }
        deflater.finish();
        while (!deflater.finished()) {
            bytes += deflater.deflate(packed, bytes, packed.length - bytes);
        }
        return bytes;
    }

    private int deflate(ByteBuffer input, int from) {
        int bytes = from;
        deflater.setInput(input);
        while (!deflater.needsInput()) {
            bytes += deflater.deflate(packed, bytes, packed.length - bytes);
        }
        return bytes;
    }
}
