package org.altercor.safety.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.altercor.safety.frame.FrameLayout;

/// How the bytes of one cycle follow from those of the two before it, field by field, so that what does not change is
/// zero and what changes evenly is small.
///
/// - A 64-bit integer (times, counters) goes on as it went: what stands is the second difference, its sign in the
///   lowest bit: 0, −1, 1, −2, 2 … become 0, 1, 2, 3, 4 …
/// - Any other field: exclusive or with the cycle before.
///
/// Before a checkpoint everything was zero. Owner: one thread. Cold code of an ordinary thread; a step allocates
/// nothing.
final class CycleDeltas {
    private final FrameLayout.Field[] fields;
    private final int bytes;
    private final long[] last;
    private final long[] beforeLast;

    /// @param layouts of the frames of a cycle, one behind the other
    CycleDeltas(List<FrameLayout> layouts) {
        List<FrameLayout.Field> all = new ArrayList<>();
        int offset = 0;
        for (FrameLayout layout : layouts) {
            for (FrameLayout.Field field : layout.fields()) {
                all.add(new FrameLayout.Field(field.name(), field.type(), field.offset() + offset));
            }
            offset += layout.bytes();
        }
        fields = all.toArray(FrameLayout.Field[]::new);
        bytes = offset;
        last = new long[fields.length];
        beforeLast = new long[fields.length];
    }

    /// Bytes of a cycle.
    int bytes() {
        return bytes;
    }

    /// Fields of a cycle.
    int fields() {
        return fields.length;
    }

    /// A field's column, without space between its bytes' rows.
    ///
    /// @param columns as [#encode] left them
    /// @param count   of the cycles that are wanted
    ByteBuffer column(byte[] columns, int stride, int count, int field) {
        int rows = fields[field].type().bytes();
        int offset = fields[field].offset();
        if (count == stride) {
            return ByteBuffer.wrap(columns, offset * stride, rows * stride).slice();
        }
        ByteBuffer column = ByteBuffer.allocate(rows * count);
        for (int row = 0; row < rows; row++) {
            column.put(columns, (offset + row) * stride, count);
        }
        return column.flip();
    }

    /// Puts a column that [#column] made back to its place, where the stride is the count.
    void place(byte[] columns, int count, int field, int like) {
        int rows = fields[field].type().bytes();
        if (rows != fields[like].type().bytes()) {
            throw new IllegalArgumentException("a field of " + rows + " bytes whose column is another's");
        }
        System.arraycopy(columns, fields[like].offset() * count, columns, fields[field].offset() * count, rows * count);
    }

    /// Where a field's column begins, where the stride is the count.
    int columnAt(int field, int count) {
        return fields[field].offset() * count;
    }

    /// Bytes of a field's column.
    int columnBytes(int field, int count) {
        return fields[field].type().bytes() * count;
    }

    /// Nothing was before.
    void clear() {
        java.util.Arrays.fill(last, 0);
        java.util.Arrays.fill(beforeLast, 0);
    }

    /// Takes a cycle apart.
    ///
    /// @param cycle   its bytes, from the position on; left as they are
    /// @param columns where its bytes go: byte j of the cycle to `j * stride + at`
    void encode(ByteBuffer cycle, byte[] columns, int stride, int at) {
        ByteBuffer from = cycle.slice().order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < fields.length; i++) {
            FrameLayout.Field field = fields[i];
            long value = get(from, field);
            long delta = field.type() == FrameLayout.Type.INT64
                    ? zigzag((value - last[i]) - (last[i] - beforeLast[i]))
                    : value ^ last[i];
            keep(i, value);
            for (int b = 0; b < field.type().bytes(); b++) {
                columns[(field.offset() + b) * stride + at] = (byte) (delta >>> (8 * b));
            }
        }
    }

    /// Puts a cycle together again.
    ///
    /// @param columns as [#encode] left them
    /// @param cycle   filled with [#bytes] bytes from its start
    void decode(byte[] columns, int stride, int at, ByteBuffer cycle) {
        cycle.clear().order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < fields.length; i++) {
            FrameLayout.Field field = fields[i];
            long delta = 0;
            for (int b = 0; b < field.type().bytes(); b++) {
                delta |= (columns[(field.offset() + b) * stride + at] & 0xFFL) << (8 * b);
            }
            long value = field.type() == FrameLayout.Type.INT64
                    ? last[i] + (last[i] - beforeLast[i]) + (delta >>> 1 ^ -(delta & 1))
                    : delta ^ last[i];
            keep(i, value);
            put(cycle, field, value);
        }
    }

    private void keep(int field, long value) {
        beforeLast[field] = last[field];
        last[field] = value;
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    private static long get(ByteBuffer from, FrameLayout.Field field) {
        return switch (field.type()) {
            case INT64, FLOAT64 -> from.getLong(field.offset());
            case INT32 -> from.getInt(field.offset()) & 0xFFFF_FFFFL;
            case INT8, FLAG -> from.get(field.offset()) & 0xFFL;
        };
    }

    private static void put(ByteBuffer into, FrameLayout.Field field, long value) {
        switch (field.type()) {
            case INT64, FLOAT64 -> into.putLong(field.offset(), value);
            case INT32 -> into.putInt(field.offset(), (int) value);
            case INT8, FLAG -> into.put(field.offset(), (byte) value);
        }
    }
}
