package org.altercor.config.schema;

/// What a number in a file may be: from where to where, in which unit, and who says so.
public interface Range {
    /// Smallest value, in [#unit].
    double min();

    /// Largest value, in [#unit].
    double max();

    Unit unit();

    /// Why the range stands where it stands, or what it is the range of.
    String why();

    /// Where that comes from.
    String source();

    /// Both, as a table prints them.
    default String reason() {
        return why() + " " + source();
    }

    /// The range as people read it: `50 to 400 mmHg`.
    default String rangeText() {
        return Unit.number(min()) + " to " + unit().show(max());
    }
}
