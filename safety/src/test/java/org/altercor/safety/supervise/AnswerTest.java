package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Codes that stand in records: they never change their meaning.
class AnswerTest {
    @ParameterizedTest
    @CsvSource({
        "0, NONE",
        "1, ACCEPTED",
        "2, NOT_A_NUMBER",
        "3, ABOVE_MAXIMUM",
        "4, START_NOT_PERMITTED",
        "5, INCREASE_NOT_PERMITTED",
        "6, TURNING_THE_OTHER_WAY",
        "7, TOO_SLOW",
        "8, NOT_THIS_MODE",
        "9, PEAK_OUT_OF_REACH",
        "10, SENSOR_MISSING",
        "11, OUT_OF_RANGE"
    })
    void aCodeMeansWhatItMeantInOlderRecords(int code, Answer answer) {
        assertThat(Answer.ofCode(code)).isEqualTo(answer);
        assertThat(answer.code()).isEqualTo((byte) code);
    }

    @Test
    void everyAnswerHasItsCodeWrittenDownHere() {
        assertThat(Answer.values()).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 127, -1, -128})
    void aCodeOfALaterVersionIsNoAnswerAndNoAcceptance(int code) {
        assertThat(Answer.ofCode(code)).isEqualTo(Answer.NONE);
    }
}
