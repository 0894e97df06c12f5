package org.altercor.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationWordTest {
    private final DurationWord word = new DurationWord();

    @ParameterizedTest
    @CsvSource({"500ms, 500", "30s, 30000", "0.25s, 250", "5min, 300000", "2h, 7200000"})
    void aNumberWithItsUnitIsATime(String typed, long milliseconds) {
        assertThat(word.convert(typed)).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "s", "-1s", "1e3s", "3 s", "1d", "10000000000s", ""})
    void anythingElseIsNone(String typed) {
        assertThatThrownBy(() -> word.convert(typed))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("30s");
    }
}
