package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeatWatchTest {
    private static final long MS = 1_000_000;
    private static final long LIMIT = 50 * MS;

    private final BeatWatch ours = new BeatWatch(LIMIT);
    private final BeatWatch theirs = new BeatWatch(LIMIT);
    private final Beat ourBeat = new Beat();
    private final Beat theirBeat = new Beat();

    private void bothBeatAt(long nowNanos) {
        theirs.hear(ourBeat, nowNanos);
        theirs.beat(theirBeat, ourBeat, nowNanos);
        ours.hear(theirBeat, nowNanos);
        ours.beat(ourBeat, theirBeat, nowNanos);
    }

    @Test
    void aSideThatWasNeverHeardIsNotAlive() {
        assertThat(ours.isAlive(0)).isFalse();
        ours.beat(ourBeat, theirBeat, 0);
        assertThat(ours.isAlive(0)).isFalse();
    }

    @Test
    void aSideThatBeatsAndAnswersIsAlive() {
        bothBeatAt(0);
        assertThat(ours.isAlive(0))
                .as("it has beaten, but could not yet answer a challenge")
                .isFalse();
        bothBeatAt(10 * MS);
        assertThat(ours.isAlive(10 * MS)).isTrue();
    }

    @Test
    void aSideThatFallsSilentIsDeadAfterTheLimitAndNotBefore() {
        bothBeatAt(0);
        bothBeatAt(10 * MS);
        assertThat(ours.isAlive(10 * MS + LIMIT)).isTrue();
        assertThat(ours.isAlive(10 * MS + LIMIT + 1)).isFalse();
    }

    @Test
    void lastWordsThatAreRepeatedForEverDoNotKeepASideAlive() {
        bothBeatAt(0);
        bothBeatAt(10 * MS);
        for (long now = 15 * MS; now <= 200 * MS; now += 5 * MS) {
            ours.hear(theirBeat, now); // the same beat again and again: its thread hangs
            ours.beat(ourBeat, theirBeat, now);
        }
        assertThat(ours.isAlive(200 * MS)).isFalse();
    }

    @Test
    void oneWitnessAloneIsNoVerdictBecauseAFalseVerdictIsAHazardToo() {
        bothBeatAt(0);
        bothBeatAt(10 * MS);
        for (long now = 20 * MS; now <= 200 * MS; now += 10 * MS) {
            theirBeat.cycle++; // its counter runs, but it cannot read us and answers nothing new
            ours.hear(theirBeat, now);
            ours.beat(ourBeat, theirBeat, now);
        }
        assertThat(ours.isAnswering(200 * MS)).isFalse();
        assertThat(ours.isAdvancing(200 * MS)).isTrue();
        assertThat(ours.isAlive(200 * MS)).isTrue();
    }

    @Test
    void aWrongAnswerIsNoAnswer() {
        ours.beat(ourBeat, theirBeat, 0);
        theirBeat.cycle = 1;
        theirBeat.answeredCycle = ourBeat.cycle;
        theirBeat.answer = ourBeat.nonce; // an echo
        ours.hear(theirBeat, 1 * MS);
        assertThat(ours.isAnswering(1 * MS)).isFalse();

        theirBeat.answer = Beat.answerTo(ourBeat.nonce);
        ours.hear(theirBeat, 1 * MS);
        assertThat(ours.isAnswering(1 * MS)).isTrue();
    }

    @Test
    void anAnswerToAChallengeThatWasNeverIssuedIsNoAnswer() {
        ours.beat(ourBeat, theirBeat, 0);
        theirBeat.cycle = 1;
        theirBeat.answeredCycle = 2;
        theirBeat.answer = Beat.answerTo(Beat.nonceOf(2));
        ours.hear(theirBeat, 1 * MS);
        assertThat(ours.isAnswering(1 * MS)).isFalse();
    }

    @Test
    void anAnswerToAForgottenChallengeIsNoAnswer() {
        ours.beat(ourBeat, theirBeat, 0);
        theirBeat.cycle = 1;
        theirBeat.answeredCycle = 1;
        theirBeat.answer = Beat.answerTo(Beat.nonceOf(1));
        for (int i = 0; i < 64; i++) {
            ours.beat(ourBeat, theirBeat, 1 * MS);
        }
        ours.hear(theirBeat, 1 * MS);
        assertThat(ours.isAnswering(1 * MS)).isFalse();
    }

    @Test
    void aSideThatComesBackIsAliveAgain() {
        bothBeatAt(0);
        bothBeatAt(10 * MS);
        assertThat(ours.isAlive(500 * MS)).isFalse();
        bothBeatAt(500 * MS);
        bothBeatAt(510 * MS);
        assertThat(ours.isAlive(510 * MS)).isTrue();
    }

    @Test
    void theWrapOfTheClockChangesNothing() {
        long start = Long.MAX_VALUE - 5 * MS;
        bothBeatAt(start);
        bothBeatAt(start + 10 * MS); // negative by now
        assertThat(ours.isAlive(start + 10 * MS + LIMIT)).isTrue();
        assertThat(ours.isAlive(start + 10 * MS + LIMIT + 1)).isFalse();
    }
}
