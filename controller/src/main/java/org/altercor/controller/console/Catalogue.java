package org.altercor.controller.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Every sentence of the screen, in one language: what the server says and what the page says come from one file.
///
/// A key that is missing is a defect, and says so at once. Immutable.
final class Catalogue {
    private static final String FOLDER = "/altercor-console/text/";

    private final Map<String, String> texts;

    private Catalogue(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /// English.
    static Catalogue english() {
        return of("english.json");
    }

    private static Catalogue of(String file) {
        try (InputStream in = Catalogue.class.getResourceAsStream(FOLDER + file)) {
            Objects.requireNonNull(in, "the program was packaged without its texts");
            return new Catalogue(JsonMapper.shared().readValue(in, new TypeReference<Map<String, String>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text of a key.
    ///
    /// @param fillings what stands for `{0}`, `{1}` and so on
    /// @throws IllegalArgumentException when there is none
    String text(String key, String... fillings) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("the catalogue has no text for " + key);
        }
        for (int i = 0; i < fillings.length; i++) {
            text = text.replace("{" + i + "}", fillings[i]);
        }
        return text;
    }

    /// All of it, for the page.
    Map<String, String> all() {
        return new TreeMap<>(texts);
    }

    /// A name of a machine file as people say it: `sucker-1` is `Sucker 1`.
    static String title(String name) {
        String words = name.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
