package org.altercor.safety.frame;

/// One pass over the fields of a [Frame]. Writers return the value they were given, readers the value they hold.
///
/// Names are compile-time constants: they serve comparison and documentation and cost nothing on the hot path.
public interface FieldExchange {
    long int64(String name, long value);

    int int32(String name, int value);

    byte int8(String name, byte value);

    /// Exact to the bit, NaN payloads included.
    double float64(String name, double value);

    boolean flag(String name, boolean value);

    /// Enters element `index` of a group, so that the fields inside are named `group[index].field`.
    void enter(String group, int index);

    /// Leaves the group entered last.
    void leave();

    /// Exchanges a frame that is part of another, as the group `name`.
    default void part(String name, Frame part) {
        part(name, 0, part);
    }

    /// Exchanges a frame that is part of another, as element `index` of a group.
    default void part(String group, int index, Frame part) {
        enter(group, index);
        part.exchange(this);
        leave();
    }
}
