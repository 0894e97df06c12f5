package org.altercor.safety.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes frames into a buffer, little-endian, without padding. Owner: one thread. Allocates nothing after
/// construction.
public final class FrameEncoder implements FieldExchange {
    private final ByteBuffer buffer;

    /// @param buffer where frames go, from its position on; its byte order is set to little-endian
    public FrameEncoder(ByteBuffer buffer) {
        this.buffer = buffer.order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Appends `frame`.
    ///
    /// @throws java.nio.BufferOverflowException when the buffer is too small
    public void encode(Frame frame) {
        frame.exchange(this);
    }

    @Override
    public long int64(String name, long value) {
        buffer.putLong(value);
        return value;
    }

    @Override
    public int int32(String name, int value) {
        buffer.putInt(value);
        return value;
    }

    @Override
    public byte int8(String name, byte value) {
        buffer.put(value);
        return value;
    }

    @Override
    public double float64(String name, double value) {
        buffer.putLong(Double.doubleToRawLongBits(value));
        return value;
    }

    @Override
    public boolean flag(String name, boolean value) {
        buffer.put((byte) (value ? 1 : 0));
        return value;
    }

    @Override
    public void enter(String group, int index) {}

    @Override
    public void leave() {}
}
