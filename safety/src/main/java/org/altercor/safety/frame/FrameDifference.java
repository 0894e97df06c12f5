package org.altercor.safety.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;

/// The first field in which two frames of one layout differ, bit by bit: what a replay shows when it is not identical.
///
/// @param field    full name of the field
/// @param expected its value in the first frame, as text
/// @param actual   its value in the second frame, as text
public record FrameDifference(String field, String expected, String actual) {

    /// Compares two encoded frames.
    ///
    /// @param layout   their common layout
    /// @param expected the first encoded frame
    /// @param actual   the second encoded frame
    /// @return the first difference; empty when both are identical to the bit
    /// @throws IllegalArgumentException when either is not as long as the layout says
    public static Optional<FrameDifference> first(FrameLayout layout, byte[] expected, byte[] actual) {
        if (expected.length != layout.bytes() || actual.length != layout.bytes()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "frames of %d and %d bytes, layout of %d bytes",
                    expected.length,
                    actual.length,
                    layout.bytes()));
        }
        ByteBuffer a = ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer b = ByteBuffer.wrap(actual).order(ByteOrder.LITTLE_ENDIAN);
        for (FrameLayout.Field field : layout.fields()) {
            if (bits(field, a) != bits(field, b)) {
                return Optional.of(new FrameDifference(field.name(), text(field, a), text(field, b)));
            }
        }
        return Optional.empty();
    }

    private static long bits(FrameLayout.Field field, ByteBuffer frame) {
        return switch (field.type()) {
            case INT64, FLOAT64 -> frame.getLong(field.offset());
            case INT32 -> frame.getInt(field.offset());
            case INT8, FLAG -> frame.get(field.offset());
        };
    }

    private static String text(FrameLayout.Field field, ByteBuffer frame) {
        return switch (field.type()) {
            case FLOAT64 -> Double.toString(frame.getDouble(field.offset()));
            case FLAG -> Boolean.toString(frame.get(field.offset()) != 0);
            case INT64, INT32, INT8 -> Long.toString(bits(field, frame));
        };
    }
}
