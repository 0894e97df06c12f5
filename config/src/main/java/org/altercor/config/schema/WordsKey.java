package org.altercor.config.schema;

import java.util.ArrayList;
import java.util.List;

/// A list of different words out of a fixed list; never empty.
///
/// @param name     name of the key
/// @param presence whether it must be there
/// @param words    the words, each with the value it stands for
/// @param meaning  one sentence
/// @param <E>      what the words stand for
public record WordsKey<E extends Enum<E>>(String name, Presence presence, WordKey.Words<E> words, String meaning)
        implements Key<List<E>> {
    @Override
    public String typeText() {
        return "list of words";
    }

    @Override
    public String allowedText() {
        return String.join(", ", words.all());
    }

    @Override
    public Verdict<List<E>> read(Object found) {
        if (!(found instanceof List<?> list) || list.isEmpty()) {
            return Verdict.misfit(found, "a list of at least one of " + allowedText());
        }
        List<E> values = new ArrayList<>();
        for (Object element : list) {
            switch (words.read(element)) {
                case Verdict.Fit<E>(var value)
                when values.contains(value) -> {
                    return Verdict.misfit(element, "each word once");
                }
                case Verdict.Fit<E>(var value) -> values.add(value);
                case Verdict.Misfit<E>(var shown, var allowed, var suggestion) -> {
                    return new Verdict.Misfit<>(shown, allowed, suggestion);
                }
            }
        }
        return new Verdict.Fit<>(List.copyOf(values));
    }
}
