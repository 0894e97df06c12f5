package org.altercor.controller.console;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// A real browser that shows the console of a twin machine, at the pace of the wall: one browser for a class, one
/// machine
/// for each test.
abstract class ScreenInBrowser {
    static Browser browser;

    LiveMachine live;
    Console console;

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
    void startConsole() {
        live = new LiveMachine("adult-bypass").live();
        console = Console.start(new ConsoleOptions("127.0.0.1", 0), live.view);
        browser.show(console);
    }

    @AfterEach
    void stopConsole() {
        console.close();
        live.close();
    }
}
