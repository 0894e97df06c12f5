package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Limits and zeros on the screen of a real browser.
class SettingScreenTest {
    private static final String STOP = "[data-setting='line-pressure-stop.pressure-line'] ";

    private static Browser browser;

    private LiveMachine live;
    private Console console;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() {
        live = new LiveMachine("adult-bypass").live();
        console = Console.start(new ConsoleOptions("127.0.0.1", 0), live.view);
        browser.show(console);
        browser.touch(".door-limits");
        browser.await("the drawer", () -> browser.isThere(STOP));
    }

    @AfterEach
    void stop() {
        console.close();
        live.close();
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
