package org.altercor.hal.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualityTest {
    @ParameterizedTest
    @CsvSource({
        "0, MISSING",
        "1, DISCONNECTED",
        "2, DEVICE_FAULT",
        "3, POOR_SIGNAL",
        "4, OUT_OF_RANGE",
        "5, GOOD",
    })
    void theRecordedCodesNeverChange(int code, Quality quality) {
        assertThat(quality.code()).isEqualTo((byte) code);
        assertThat(Quality.ofCode(code)).isEqualTo(quality);
    }

    @Test
    void everyConstantHasACodeInTheTableAbove() {
        assertThat(Quality.values()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 6, 127, 255, Integer.MIN_VALUE})
    void aCodeThatThisVersionDoesNotKnowIsMissing(int code) {
        assertThat(Quality.ofCode(code)).isEqualTo(Quality.MISSING);
    }
}
