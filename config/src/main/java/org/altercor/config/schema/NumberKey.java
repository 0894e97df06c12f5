package org.altercor.config.schema;

/// A number within a range, which says everything about it but its type.
///
/// @param <T> type of the value
public sealed interface NumberKey<T> extends Key<T> permits DecimalKey, IntegerKey {
    /// The range it stays within.
    Range limit();

    @Override
    default String allowedText() {
        return limit().rangeText();
    }

    @Override
    default String unitText() {
        return limit().unit().symbol();
    }

    @Override
    default String sourceText() {
        return limit().reason();
    }
}
