package org.altercor.controller.console;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/// A real browser as wide and high as the screen, and the few things that a finger and an eye do with it.
final class Browser implements AutoCloseable {
    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /// A browser; without one the test is skipped and says so, and on a build server it fails.
    static Browser open() {
        if (!CHROMIUM.canExecute() || !DRIVER.canExecute()) {
            String reason = "no chromium and chromium-driver installed: the screen is not tested";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(reason);
            }
            System.out.println("SKIPPED: " + reason);
            Assumptions.abort(reason);
        }
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars");
        var browser = new Browser(new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER)
                        .usingAnyFreePort()
                        .build(),
                options));
        browser.driver.manage().window().setSize(new Dimension(1280, 800));
        long chrome = 800 - (Long) browser.ask("return window.innerHeight");
        browser.driver.manage().window().setSize(new Dimension(1280, (int) (800 + chrome)));
        return browser;
    }

    /// Opens a console's page and waits for its first picture.
    void show(Console console) {
        show(console.page());
    }

    void show(String page) {
        driver.get(page);
        await("a first picture", () -> isThere(".strip") && !isOld());
    }

    boolean isOld() {
        return (Boolean) ask("return document.body.classList.contains('old')");
    }

    /// What the page answers to a script.
    Object ask(String script, Object... arguments) {
        return java.util.Objects.requireNonNull(driver.executeScript(script, arguments), script);
    }

    /// Runs a script that answers nothing.
    void run(String script, Object... arguments) {
        driver.executeScript(script, arguments);
    }

    boolean isThere(String selector) {
        return !driver.findElements(By.cssSelector(selector)).isEmpty();
    }

    String text(String selector) {
        try {
            return element(selector).getText();
        } catch (StaleElementReferenceException _) {
            return element(selector).getText();
        }
    }

    /// How a browser draws it.
    String style(String selector, String property) {
        return element(selector).getCssValue(property);
    }

    /// The number that a reader sees first; NaN for an em dash.
    double number(String selector) {
        String shown = text(selector).replace('−', '-');
        return shown.startsWith("—") ? Double.NaN : Double.parseDouble(shown);
    }

    void touch(String selector) {
        element(selector).click();
    }

    /// Holds a button for so long.
    void hold(String selector, long millis) {
        new Actions(driver)
                .clickAndHold(element(selector))
                .pause(millis)
                .release()
                .perform();
    }

    /// Chooses in a list, or writes into a field, as a person would have done.
    void choose(String selector, String value) {
        run(
                "const e = document.querySelector(arguments[0]); e.value = arguments[1];"
                        + " e.dispatchEvent(new Event(e.tagName === 'INPUT' ? 'input' : 'change'))",
                selector,
                value);
    }

    /// Lets the twin do something through the trainer's drawer, and closes it.
    void outside(String part, String deed, String amount) {
        touch(".twin-door");
        await("the twin's drawer", () -> isThere(".twin-part"));
        choose(".twin-part", part);
        await("its deeds", () -> isThere(".twin-deed option[value='" + part + "." + deed + "']"));
        choose(".twin-deed", part + "." + deed);
        if (!amount.isEmpty()) {
            await("an amount", () -> isThere(".twin-amount"));
            choose(".twin-amount", amount);
        }
        await(
                "the deed is chosen",
                () -> ask("return document.querySelector('.twin-deed').value").equals(part + "." + deed));
        touch(".twin-do");
        await("the twin's answer", () -> {
            if (text(".answer").contains("came too late")) { // a busy machine: whoever sits there touches again
                touch(".twin-do");
            }
            return text(".answer").contains(deed);
        });
        touch(".close");
    }

    /// Waits until something is so, on the wall's time.
    void await(String what, Supplier<Boolean> condition) {
        long startNanos = System.nanoTime();
        while (!condition.get()) {
            if (System.nanoTime() - startNanos > PATIENCE_NANOS) {
                throw new AssertionError("never: " + what + "\n" + text("body"));
            }
            Thread.onSpinWait();
        }
    }

    boolean takesPictures() {
        return !System.getProperty("altercor.pictures", "").isEmpty();
    }

    /// Takes a picture when pictures are asked for: `-Daltercor.pictures=DIRECTORY`.
    void picture(String name) {
        String folder = System.getProperty("altercor.pictures", "");
        if (!folder.isEmpty()) {
            try {
                Files.write(Path.of(folder, name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private WebElement element(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
