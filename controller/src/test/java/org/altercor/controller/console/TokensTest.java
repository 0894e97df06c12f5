package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {
    private final Tokens tokens = new Tokens();

    @Test
    void aTokenIsGoodOnce() {
        String token = tokens.issue("screen");
        assertThat(tokens.spend(token)).hasValue("screen");
        assertThat(tokens.spend(token)).isEmpty();
    }

    @Test
    void whatWasNotIssuedIsNoToken() {
        tokens.issue("screen");
        assertThat(tokens.spend("")).isEmpty();
        assertThat(tokens.spend("AAAAAAAAAAAAAAAAAAAAAA")).isEmpty();
    }

    @Test
    void aScreenStartsWithSomeAndNoTwoAreTheSame() {
        List<String> first = tokens.firstOf("screen");
        assertThat(first).hasSize(Tokens.AT_FIRST);
        assertThat(new HashSet<>(first)).hasSize(Tokens.AT_FIRST);
        assertThat(first).allMatch(token -> token.length() == 22, "128 bits");
    }

    @Test
    void ofTooManyTheOldestIsForgottenAndTheNewestIsGood() {
        String oldest = tokens.issue("screen");
        String newest = oldest;
        for (int i = 0; i < 2_000; i++) {
            newest = tokens.issue("screen");
        }
        assertThat(tokens.spend(oldest)).isEmpty();
        assertThat(tokens.spend(newest)).hasValue("screen");
    }
}
