package org.altercor.config.schema;

/// A range with a name of its own: a row of a table of limits.
interface Bounded extends Range {
    /// The range itself.
    Bounds bounds();

    @Override
    default double min() {
        return bounds().min();
    }

    @Override
    default double max() {
        return bounds().max();
    }

    @Override
    default Unit unit() {
        return bounds().unit();
    }

    @Override
    default String why() {
        return bounds().why();
    }

    @Override
    default String source() {
        return bounds().source();
    }
}
