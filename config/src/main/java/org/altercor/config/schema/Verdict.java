package org.altercor.config.schema;

import java.util.Optional;

/// What came of reading one key: a value, or the reason why there is none.
public sealed interface Verdict<T> {
    /// The value is of the right type and within its limits.
    record Fit<T>(T value) implements Verdict<T> {}

    /// The value cannot be used.
    ///
    /// @param found      what stands in the file, as a person reads it
    /// @param allowed    what may stand there
    /// @param suggestion the mistake that would explain it
    record Misfit<T>(String found, String allowed, Optional<String> suggestion) implements Verdict<T> {}

    /// A misfit without a suggestion.
    static <T> Verdict<T> misfit(Object found, String allowed) {
        return new Misfit<>(Found.text(found), allowed, Optional.empty());
    }

    /// A misfit with a suggestion, if there is one.
    static <T> Verdict<T> misfit(Object found, String allowed, Optional<String> suggestion) {
        return new Misfit<>(Found.text(found), allowed, suggestion);
    }
}
