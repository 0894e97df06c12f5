package org.altercor.controller.console;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One-time tokens. An act without one of ours is not from our page; an act with one that was spent is a copy.
///
/// A page gets a few when it connects and one more with each answer. Of too many the oldest are forgotten. Any thread.
final class Tokens {
    /// Tokens a page starts with: more than fingers. Our own judgement.
    static final int AT_FIRST = 12;

    /// Tokens kept for all pages together. Our own judgement: a screen that reloads every minute for an hour.
    private static final int MOST = 1_024;

    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> screens = new LinkedHashMap<>();

    /// A new token for a screen.
    synchronized String issue(String screen) {
        String token = word();
        screens.put(token, screen);
        if (screens.size() > MOST) {
            screens.remove(screens.keySet().iterator().next());
        }
        return token;
    }

    /// The tokens that a screen starts with.
    synchronized List<String> firstOf(String screen) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < AT_FIRST; i++) {
            tokens.add(issue(screen));
        }
        return tokens;
    }

    /// Spends a token.
    ///
    /// @return the screen it was issued to; empty when it is not one of ours, or was spent
    synchronized Optional<String> spend(String token) {
        return Optional.ofNullable(screens.remove(token));
    }

    /// A word that nobody can guess.
    String word() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
