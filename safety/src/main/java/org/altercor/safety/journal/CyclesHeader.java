package org.altercor.safety.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.altercor.safety.frame.Loop;

/// What a record of cycles says of itself.
///
/// @param loop         whose cycles they are
/// @param isCheckpoint whether it begins with the state after its first cycle, and follows nothing
/// @param count        cycles in it
/// @param first        number of the first
public record CyclesHeader(Loop loop, boolean isCheckpoint, int count, long first) {
    /// Reads it.
    ///
    /// @param payload of a record of type [RecordType#FRAMES]; left as it is
    /// @throws IllegalArgumentException when it is cut short, or of a form that this version does not know
    public static CyclesHeader of(ByteBuffer payload) {
        ByteBuffer from = payload.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (from.remaining() < CycleRecords.HEADER_BYTES) {
            throw new IllegalArgumentException("cycles cut to " + from.remaining() + " bytes");
        }
        if (from.get(0) != CycleRecords.FORM) {
            throw new IllegalArgumentException(
                    "cycles of form " + from.get(0) + "; this version knows form " + CycleRecords.FORM);
        }
        return new CyclesHeader(Loop.ofCode(from.get(1)), from.get(2) != 0, from.getInt(4), from.getLong(8));
    }

    /// Number of the cycle behind the last one.
    public long end() {
        return first + count;
    }
}
