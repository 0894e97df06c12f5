package org.altercor.controller.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void noWordsOfAJournalBecomeMarkupOrSteerALine() {
        assertThat(Markup.text("<b> & \"x\"\u202E\u0000\u001B[31m\n"))
                .isEqualTo("&lt;b&gt; &amp; &quot;x&quot;���[31m ");
        assertThat(Markup.text("Trykk på øvre: 37,5 °C — 心")).isEqualTo("Trykk på øvre: 37,5 °C — 心");
    }

    @Test
    void whatIsNotKnownIsADashAndNeverANumber() {
        assertThat(Markup.number(Double.NaN, 1)).isEqualTo("—");
        assertThat(Markup.number(Double.POSITIVE_INFINITY, 1)).isEqualTo("no limit");
        assertThat(Markup.number(0, 1)).isEqualTo("0.0");
    }

    @Test
    void aMinusIsAsWideAsAPlusAndZeroHasNone() {
        assertThat(Markup.seconds(-1.2346)).isEqualTo("−1.235 s");
        assertThat(Markup.seconds(1.5)).isEqualTo("+1.500 s");
        assertThat(Markup.seconds(-0.0001)).isEqualTo("0.000 s");
    }
}
