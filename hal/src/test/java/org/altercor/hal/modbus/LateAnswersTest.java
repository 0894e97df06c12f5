package org.altercor.hal.modbus;

import static org.altercor.hal.modbus.LateAnswers.LATE_ANSWER_NANOS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LateAnswersTest {
    private static final long MS = 1_000_000;
    private static final long START_NANOS = -5_000 * MS; // the clock may begin below zero
    private static final long AN_HOUR_NANOS = 3_600_000 * MS;

    private final LateAnswers late = new LateAnswers();

    private boolean isDoubted(long nowNanos) {
        late.endWhenQuiet(nowNanos);
        return late.areDoubted();
    }

    @Test
    void aReadThatWasMissedIsDoubtedHoweverLongNothingComes() {
        late.readMayBeLate(START_NANOS);
        assertThat(isDoubted(START_NANOS + AN_HOUR_NANOS)).isTrue();
        assertThat(late.isSilent()).isTrue();
    }

    @Test
    void theDoubtEndsWhenTheLineWasQuietAfterItCameToLife() {
        late.readMayBeLate(START_NANOS);
        long aliveNanos = START_NANOS + AN_HOUR_NANOS;
        late.readAnswered(aliveNanos);
        assertThat(late.isSilent()).isFalse();
        assertThat(isDoubted(aliveNanos + LATE_ANSWER_NANOS - 1)).isTrue();
        assertThat(isDoubted(aliveNanos + LATE_ANSWER_NANOS)).isFalse();
    }

    @Test
    void aStrayByteBeginsTheQuietAnew() {
        late.readMayBeLate(START_NANOS);
        late.readAnswered(START_NANOS + 10 * MS);
        long strayNanos = START_NANOS + 200 * MS;
        late.stray(strayNanos);
        assertThat(isDoubted(strayNanos + LATE_ANSWER_NANOS - 1)).isTrue();
        assertThat(isDoubted(strayNanos + LATE_ANSWER_NANOS)).isFalse();
    }

    @Test
    void anotherMissBeginsEverythingAnew() {
        late.readMayBeLate(START_NANOS);
        late.readAnswered(START_NANOS + 10 * MS);
        late.readMayBeLate(START_NANOS + 20 * MS);
        assertThat(isDoubted(START_NANOS + AN_HOUR_NANOS)).isTrue();
    }

    @Test
    void anAnsweredWriteEndsTheDoubtAtOnceWhenNoWriteIsLate() {
        late.readMayBeLate(START_NANOS);
        late.writeAnswered(START_NANOS + 10 * MS);
        assertThat(isDoubted(START_NANOS + 10 * MS)).isFalse();
    }

    @Test
    void writesThatAreLateAreNotForgottenWhileTheLineHangs() {
        late.readMayBeLate(START_NANOS);
        late.writeMayBeLate(START_NANOS + 1_000 * MS);
        late.writeMayBeLate(START_NANOS + 2_000 * MS);
        late.readMayBeLate(START_NANOS + 4_000 * MS);
        long nowNanos = START_NANOS + 5_000 * MS;
        late.writeAnswered(nowNanos);
        late.writeAnswered(nowNanos);
        assertThat(isDoubted(nowNanos)).isTrue();
        late.writeAnswered(nowNanos);
        assertThat(isDoubted(nowNanos)).isFalse();
    }

    /// The twin: after the quiet no write is late any more.
    @Test
    void writesThatWereLateBeforeTheQuietAreForgotten() {
        late.writeMayBeLate(START_NANOS);
        late.writeAnswered(START_NANOS + 10 * MS);
        long laterNanos = START_NANOS + 10 * MS + LATE_ANSWER_NANOS;
        late.readMayBeLate(laterNanos);
        late.writeAnswered(laterNanos);
        assertThat(isDoubted(laterNanos)).isFalse();
    }

    @Test
    void aDriveThatWasDeadForHoursNeedsNoHoursOfEchoes() {
        for (int i = 0; i < 10_000; i++) {
            late.writeMayBeLate(START_NANOS + i * MS);
        }
        late.readMayBeLate(START_NANOS + AN_HOUR_NANOS);
        int echoes = 0;
        while (isDoubted(START_NANOS + AN_HOUR_NANOS)) {
            late.writeAnswered(START_NANOS + AN_HOUR_NANOS);
            echoes++;
        }
        assertThat(echoes).isBetween(20, 30);
    }
}
