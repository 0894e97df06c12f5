package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Limits and zeros on the screen of a real browser.
class SettingScreenTest extends ScreenInBrowser {
    private static final String STOP = "[data-setting='line-pressure-stop.pressure-line'] ";

    @BeforeEach
    void openLimits() {
        browser.touch(".door-limits");
        browser.await("the drawer", () -> browser.isThere(STOP));
    }

    private void setStop(String mmHg) {
        browser.choose(STOP + "input", mmHg);
        browser.touch(STOP + ".change");
        browser.await("it asks", () -> browser.isThere(STOP + ".yes"));
    }

    @Test
    void aLimitIsTypedAskedAboutAndInForce() {
        assertThat(browser.text(STOP + ".value")).isEqualTo("350 mmHg");
        setStop("300");
        browser.picture("console-limits");
        assertThat(browser.text(".answer")).contains("300 mmHg instead of 350 mmHg?");
        browser.touch(STOP + ".yes");
        browser.await("in force", () -> browser.text(STOP + ".value").equals("300 mmHg"));
    }

    @Test
    void aNoLeavesItAsItIs() {
        setStop("300");
        browser.touch(STOP + ".no");
        browser.await("asked no more", () -> browser.isThere(STOP + ".change"));
        assertThat(browser.text(STOP + ".value")).isEqualTo("350 mmHg");
    }

    @Test
    void whatIsRefusedIsSaidAndNotInForce() {
        setStop("390");
        browser.touch(STOP + ".yes");
        browser.await("a refusal", () -> browser.text(".answer").contains("as far as 350 mmHg, no further"));
        assertThat(browser.text(STOP + ".value")).isEqualTo("350 mmHg");
    }
}
