package org.altercor.safety.frame;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The layout of a frame: its fields with name, type and offset, and a number that changes when any of them does.
///
/// For start-up, documentation and comparison; it allocates.
///
/// @param fields in layout order
public record FrameLayout(List<Field> fields) {
    /// The types of a field, with their size in bytes.
    public enum Type {
        INT64(8),
        INT32(4),
        INT8(1),
        FLOAT64(8),
        FLAG(1);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        /// Size in bytes.
        public int bytes() {
            return bytes;
        }
    }

    /// One field.
    ///
    /// @param name   full name, as `pump[0].speedRpm`
    /// @param offset from the start of the frame, in bytes
    public record Field(String name, Type type, int offset) {}

    public FrameLayout {
        fields = List.copyOf(fields);
    }

    /// The layout of `frame`.
    public static FrameLayout of(Frame frame) {
        var collector = new Collector();
        frame.exchange(collector);
        return new FrameLayout(collector.fields);
    }

    /// Size of the encoded frame in bytes.
    public int bytes() {
        if (fields.isEmpty()) {
            return 0;
        }
        Field last = fields.getLast();
        return last.offset() + last.type().bytes;
    }

    /// A number that two layouts share only when their fields agree in order, name and type (64-bit FNV-1a).
    public long fingerprint() {
        long hash = 0xcbf29ce484222325L;
        for (Field field : fields) {
            String text = field.name() + ':' + field.type();
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ '\n') * 0x100000001b3L;
        }
        return hash;
    }

    private static final class Collector implements FieldExchange {
        private final List<Field> fields = new ArrayList<>();
        private final Deque<String> path = new ArrayDeque<>();
        private int offset;

        private void add(String name, Type type) {
            String prefix = path.isEmpty() ? "" : path.getLast();
            fields.add(new Field(prefix + name, type, offset));
            offset += type.bytes;
        }

        @Override
        public long int64(String name, long value) {
            add(name, Type.INT64);
            return value;
        }

        @Override
        public int int32(String name, int value) {
            add(name, Type.INT32);
            return value;
        }

        @Override
        public byte int8(String name, byte value) {
            add(name, Type.INT8);
            return value;
        }

        @Override
        public double float64(String name, double value) {
            add(name, Type.FLOAT64);
            return value;
        }

        @Override
        public boolean flag(String name, boolean value) {
            add(name, Type.FLAG);
            return value;
        }

        @Override
        public void enter(String group, int index) {
            String prefix = path.isEmpty() ? "" : path.getLast();
            path.addLast(prefix + group + '[' + index + "].");
        }

        @Override
        public void leave() {
            path.removeLast();
        }
    }
}
