package org.altercor.config.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whether a key must stand in its section.
///
/// @param need what is asked when the key has a meaning at all
/// @param when the condition under which it has one; always when absent
public record Presence(Need need, Optional<When> when) {
    /// What is asked of the writer.
    public enum Need {
        REQUIRED,
        OPTIONAL,
        /// Required as soon as another key of the same group (the part before the last dot) is there.
        WITH_ITS_GROUP
    }

    /// A condition on another key of the same section, which must be read first.
    ///
    /// @param key    the key that decides
    /// @param values the values under which the conditional key has a meaning
    public record When(WordKey<?> key, List<? extends Enum<?>> values) {
        /// The condition in words: `driver is modbus`.
        public String text() {
            List<String> words = key.wordsOf(values);
            String allButLast = String.join(", ", words.subList(0, words.size() - 1));
            return key.name() + " is " + (allButLast.isEmpty() ? "" : allButLast + " or ") + words.getLast();
        }
    }

    public static final Presence REQUIRED = new Presence(Need.REQUIRED, Optional.empty());
    public static final Presence OPTIONAL = new Presence(Need.OPTIONAL, Optional.empty());

    /// Required when `key` has one of `values`; refused otherwise.
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <E extends Enum<E>> Presence requiredWhen(WordKey<E> key, E... values) {
        return new Presence(
                Need.REQUIRED, Optional.of(new When(key, Arrays.stream(values).toList())));
    }

    /// Allowed when `key` has one of `values`; refused otherwise.
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <E extends Enum<E>> Presence optionalWhen(WordKey<E> key, E... values) {
        return new Presence(
                Need.OPTIONAL, Optional.of(new When(key, Arrays.stream(values).toList())));
    }

    /// Part of an optional group that has a meaning when `key` has one of `values`.
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <E extends Enum<E>> Presence groupedWhen(WordKey<E> key, E... values) {
        return new Presence(
                Need.WITH_ITS_GROUP,
                Optional.of(new When(key, Arrays.stream(values).toList())));
    }

    /// As printed in the table of keys.
    public String text() {
        String word = switch (need) {
            case REQUIRED -> "yes";
            case OPTIONAL -> "no";
            case WITH_ITS_GROUP -> "with its group";
        };
        return when.map(condition -> word + ", if " + condition.text()).orElse(word);
    }
}
