package org.altercor.safety.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads frames that [FrameEncoder] wrote. Owner: one thread. Allocates nothing after construction.
public final class FrameDecoder implements FieldExchange {
    private final ByteBuffer buffer;

    /// @param buffer where frames come from, from its position on; its byte order is set to little-endian
    public FrameDecoder(ByteBuffer buffer) {
        this.buffer = buffer.order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Fills `frame` with the next encoded one.
    ///
    /// @throws java.nio.BufferUnderflowException when the buffer ends too early
    public void decode(Frame frame) {
        frame.exchange(this);
    }

    @Override
    public long int64(String name, long value) {
        return buffer.getLong();
    }

    @Override
    public int int32(String name, int value) {
        return buffer.getInt();
    }

    @Override
    public byte int8(String name, byte value) {
        return buffer.get();
    }

    @Override
    public double float64(String name, double value) {
        return Double.longBitsToDouble(buffer.getLong());
    }

    @Override
    public boolean flag(String name, boolean value) {
        return buffer.get() != 0;
    }

    @Override
    public void enter(String group, int index) {}

    @Override
    public void leave() {}
}
