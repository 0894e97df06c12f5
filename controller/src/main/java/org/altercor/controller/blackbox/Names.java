package org.altercor.controller.blackbox;

/// Names of a machine file as people say them.
final class Names {
    private Names() {}

    /// `sucker-1` is `Sucker 1`.
    static String title(String name) {
        String words = name.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
