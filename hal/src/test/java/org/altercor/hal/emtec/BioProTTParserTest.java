package org.altercor.hal.emtec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.altercor.hal.emtec.BioProTTParser.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every example line that the manuals publish [P50].
class BioProTTParserTest {
    private static final String GOOD = "00 00 100 0.99 7195 7193 6897 +41";

    private final BioProTTParser parser = new BioProTTParser();

    private int feed(String text) {
        int lines = 0;
        for (byte next : text.getBytes(ISO_8859_1)) {
            lines += parser.accept(next) ? 1 : 0;
        }
        return lines;
    }

    @ParameterizedTest
    @CsvSource({
        "00 00 100 0.99 7195 7193 6897 +41, 0, 0, 100, MEASURED, 7195",
        "00 04 100 1.00 -3588 -3590 -3589 +43, 0, 4, 100, MEASURED, -3588",
        "00 40 100 1.00 0 0 0 +43, 0, 64, 100, MEASURED, 0",
        "00 24 34 0.99 ------- ------- ------- +43, 0, 36, 34, BLANK, 0",
        "1A 41 --- ---- ------- ------- ------- +77, 26, 65, 0, BLANK, 0",
        "00 E0 --- ---- ------- ------- ------- +35, 0, 224, 0, BLANK, 0",
        "00 40 75 1.01 ^^^^^^ ^^^^^^ ^^^^^^ +29, 0, 64, 75, BEYOND, 0",
        "00 40 75 1.01 vvvvvv vvvvvv vvvvvv +29, 0, 64, 75, BEYOND, 0",
    })
    void publishedLinesAreUnderstood(String line, int error, int status, int coupling, Flow flow, int mlPerMin) {
        assertThat(feed("\r\n" + line + "\r\n")).isEqualTo(1);
        assertThat(parser.error()).isEqualTo(error);
        assertThat(parser.status()).isEqualTo(status);
        assertThat(parser.couplingPercent()).isEqualTo(coupling);
        assertThat(parser.flow()).isEqualTo(flow);
        assertThat(parser.flowMlPerMin()).isEqualTo(mlPerMin);
        assertThat(parser.linesBad()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n\r", "\r", "\n"})
    void linesMayEndEitherWay(String end) {
        assertThat(feed(end + GOOD + end + GOOD + end)).isEqualTo(2);
    }

    @Test
    void aLineSplitAtAnyByteOrGluedToTheNextIsTheSame() {
        String text = "\r\n" + GOOD + "\r\n" + GOOD + "\r\n";
        for (int split = 0; split <= text.length(); split++) {
            BioProTTParser fresh = new BioProTTParser();
            int lines = 0;
            for (byte next : text.substring(0, split).getBytes(ISO_8859_1)) {
                lines += fresh.accept(next) ? 1 : 0;
            }
            for (byte next : text.substring(split).getBytes(ISO_8859_1)) {
                lines += fresh.accept(next) ? 1 : 0;
            }
            assertThat(lines).isEqualTo(2);
        }
    }

    @Test
    void theTailOfALineThatBeganBeforeWeListenedIsNoLine() {
        for (int cut = 1; cut < GOOD.length(); cut++) {
            BioProTTParser fresh = new BioProTTParser();
            boolean taken = false;
            for (byte next : (GOOD.substring(cut) + "\r\n").getBytes(ISO_8859_1)) {
                taken |= fresh.accept(next);
            }
            assertThat(taken).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00 00 100 0.99 7195 7193 6897", // a field is missing
                "00 00 100 0.99 7195 7193 6897 +41 1", // one too many
                "00 00 100 0.99 7195  7193 6897 +41", // two spaces
                "0 00 100 0.99 7195 7193 6897 +41",
                "0G 00 100 0.99 7195 7193 6897 +41",
                "00 00 101 0.99 7195 7193 6897 +41",
                "00 00 -5 0.99 7195 7193 6897 +41",
                "00 00 100 .99 7195 7193 6897 +41",
                "00 00 100 0.99 71x5 7193 6897 +41",
                "00 00 100 0.99 7195123 7193 6897 +41",
                "00 00 100 0.99 - 7193 6897 +41",
                "00 00 100 0.99 7195 7193 ^-^ +41",
                "00 00 100 0.99 7195 7193 6897 +",
            })
    void whatIsNotInFormIsNoLine(String line) {
        feed("\r\n");
        long bad = parser.linesBad();
        assertThat(feed(line + "\r\n")).isZero();
        assertThat(parser.linesBad()).isEqualTo(bad + 1);
        assertThat(feed(GOOD + "\r\n")).isEqualTo(1);
    }

    @Test
    void noiseBetweenLinesCostsAtMostTheLineItTouches() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            feed(new String(noise, ISO_8859_1));
            assertThat(feed("\r\n" + GOOD + "\r\n"))
                    .as("seed %d round %d", seed, round)
                    .isGreaterThanOrEqualTo(1);
            assertThat(parser.flowMlPerMin())
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(7195);
        }
    }
}
