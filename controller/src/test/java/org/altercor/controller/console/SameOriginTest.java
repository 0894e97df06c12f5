package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginTest {
    private final SameOrigin ours = new SameOrigin(8080);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "localhost:8080", "[::1]:8080"})
    void ourPageUnderEachNameOfThisMachineIsOurs(String host) {
        assertThat(ours.isFromOurPage(host, "http://" + host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080,http://evil.example",
        "127.0.0.1:8080,http://127.0.0.1:8081",
        "127.0.0.1:8080,https://127.0.0.1:8080",
        "127.0.0.1:8080,http://localhost:8080",
        "127.0.0.1:8080,null",
        "evil.example:8080,http://evil.example:8080",
        "127.0.0.1,http://127.0.0.1",
        "127.0.0.1:8080.evil.example,http://127.0.0.1:8080.evil.example",
    })
    void everyOtherIsNot(String host, String origin) {
        assertThat(ours.isFromOurPage(host, origin)).isFalse();
    }

    @Test
    void noHostAndNoOriginAreNotOurs() {
        assertThat(ours.isFromOurPage(null, "http://127.0.0.1:8080")).isFalse();
        assertThat(ours.isFromOurPage("127.0.0.1:8080", null)).isFalse();
    }
}
