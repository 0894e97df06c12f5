package org.altercor.config.schema;

import java.util.ArrayList;
import java.util.List;

/// A list of different names of other sections; never empty. Whether they exist is checked once all is read.
///
/// @param name     name of the key
/// @param presence whether it must be there
/// @param meaning  one sentence
public record NamesKey(String name, Presence presence, String meaning) implements Key<List<String>> {
    @Override
    public String typeText() {
        return "list of names";
    }

    @Override
    public String allowedText() {
        return "names of sections that exist, each once";
    }

    @Override
    public Verdict<List<String>> read(Object found) {
        if (!(found instanceof List<?> list) || list.isEmpty()) {
            return Verdict.misfit(found, "a list of at least one name, [\"…\"]");
        }
        List<String> names = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof String text) || !TextKey.Shape.NAME.fits(text)) {
                return Verdict.misfit(element, TextKey.Shape.NAME.allowed());
            }
            if (names.contains(text)) {
                return Verdict.misfit(element, "each name once");
            }
            names.add(text);
        }
        return new Verdict.Fit<>(List.copyOf(names));
    }
}
