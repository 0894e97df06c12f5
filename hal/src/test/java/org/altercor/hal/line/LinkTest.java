package org.altercor.hal.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkTest {
    private static final long MS = 1_000_000;

    private final SimulatedLine line = new SimulatedLine();
    private final Link link = new Link(line);

    @Test
    void aLineIsOpenedOnceAndThenKept() {
        assertThat(link.keepOpen(0)).isTrue();
        assertThat(link.keepOpen(1 * MS)).isTrue();
        assertThat(line.openings).isEqualTo(1);
        assertThat(link.connections()).isEqualTo(1);
    }

    @Test
    void aLineThatIsGoneIsClosedAndOpenedAnewAndCounted() {
        link.keepOpen(0);
        link.keepOpen(1 * MS);
        line.gone = true;

        assertThat(link.read(new byte[8])).isEqualTo(ByteLine.GONE);
        assertThat(line.open).isFalse();
        assertThat(link.isOpen()).isFalse();
        assertThat(link.trouble()).contains("gone");

        assertThat(link.keepOpen(60 * MS)).isTrue();
        assertThat(link.connections()).isEqualTo(2);
        assertThat(link.trouble()).isEmpty();
    }

    @Test
    void aWriteThatMeetsAGoneLineClosesItAsWell() {
        link.keepOpen(0);
        line.gone = true;
        assertThat(link.write(new byte[8], 8)).isFalse();
        assertThat(link.isOpen()).isFalse();
    }

    @Test
    void aFullLineIsCountedAndStaysOpen() {
        link.keepOpen(0);
        line.full = true;
        assertThat(link.write(new byte[8], 8)).isFalse();
        assertThat(link.shortWrites()).isEqualTo(1);
        assertThat(link.isOpen()).isTrue();
    }

    @Test
    void aRefusedLineIsTriedEverMoreRarelyButAtLeastOnceASecond() {
        line.refuse = true;
        int attempts = 0;
        long lastAttemptMs = 0;
        long longestPauseMs = 0;
        for (long ms = 0; ms < 20_000; ms++) {
            int before = line.refusals;
            link.keepOpen(ms * MS);
            if (line.refusals != before) {
                attempts++;
                longestPauseMs = Math.max(longestPauseMs, ms - lastAttemptMs);
                lastAttemptMs = ms;
            }
        }
        assertThat(link.trouble()).isEqualTo("the simulated line is refused");
        assertThat(longestPauseMs).isBetween(1_000L, 1_001L); // from the first cycle after the attempt
        assertThat(attempts).isBetween(20, 26);

        line.refuse = false;
        assertThat(link.keepOpen(21_000 * MS)).isTrue();
    }

    @Test
    void afterAnAttemptThatTookLongThePauseIsKeptAllTheSame() {
        line.refuse = true;
        link.keepOpen(0); // takes 500 ms
        for (long ms = 500; ms < 550; ms++) {
            assertThat(link.keepOpen(ms * MS)).isFalse();
        }
        assertThat(line.refusals).isEqualTo(1);
        link.keepOpen(550 * MS);
        assertThat(line.refusals).isEqualTo(2);
    }

    @Test
    void aLineThatDiesAtOnceIsNotOpenedInAHotLoop() {
        for (long ms = 0; ms < 1_000; ms++) {
            link.keepOpen(ms * MS);
            line.gone = true;
            link.read(new byte[1]);
        }
        assertThat(line.openings).isBetween(10, 21);
    }

    @Test
    void drainingALineThatNeverFallsSilentEnds() {
        link.keepOpen(0);
        line.send(new byte[4000], 4000, 0, 0);
        assertThat(link.drain()).isLessThanOrEqualTo(1024);
    }
}
