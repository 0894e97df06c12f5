package org.altercor.config.schema;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// One word out of a fixed list.
///
/// @param name     name of the key
/// @param presence whether it must be there
/// @param words    the words, each with the value it stands for
/// @param meaning  one sentence
/// @param <E>      what the words stand for
public record WordKey<E extends Enum<E>>(String name, Presence presence, Words<E> words, String meaning)
        implements Key<E> {
    /// A vocabulary: every value of an enumeration with its word.
    public record Words<E extends Enum<E>>(List<E> values, Function<E, String> word) {
        public static <E extends Enum<E>> Words<E> of(E[] values, Function<E, String> word) {
            return new Words<>(List.copyOf(Arrays.asList(values)), word);
        }

        List<String> all() {
            return values.stream().map(word).toList();
        }

        Verdict<E> read(Object found) {
            String allowed = "one of " + String.join(", ", all());
            if (!(found instanceof String text)) {
                return Verdict.misfit(found, allowed + " (a text in quotation marks)");
            }
            for (E value : values) {
                if (word.apply(value).equals(text)) {
                    return new Verdict.Fit<>(value);
                }
            }
            return Verdict.misfit(text, allowed, Spelling.didYouMean(text, all()));
        }
    }

    /// The words of some values, for messages.
    List<String> wordsOf(List<? extends Enum<?>> some) {
        return words.values.stream().filter(some::contains).map(words.word).toList();
    }

    @Override
    public String typeText() {
        return "word";
    }

    @Override
    public String allowedText() {
        return String.join(", ", words.all());
    }

    @Override
    public Verdict<E> read(Object found) {
        return words.read(found);
    }
}
